#pragma once

#include <string>
#include <string_view>
#include <tl/expected.hpp>

#include "adapters/web/chat_api.hpp"
#include "bot/engine/request_desk.hpp"

namespace tulay::web {

/// The request in the body of POST /v1/handoff, or a sentence that names the field and what is wrong with it.
[[nodiscard]] tl::expected<bot::PersonRequest, std::string> read_person_request(std::string_view body,
                                                                                knowledge::Instant received);

/// POST /v1/handoff: a request for a person, on disk before the 201; 429 after twenty an hour from one block
/// of addresses. Desk and clock must outlive it.
[[nodiscard]] server::Route handoff_route(bot::RequestDesk& desk, const bot::Clock& clock,
                                          FailureLog failures);

}  // namespace tulay::web
