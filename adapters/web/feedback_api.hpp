#pragma once

#include <string>
#include <string_view>
#include <tl/expected.hpp>

#include "adapters/web/chat_api.hpp"
#include "bot/engine/request_desk.hpp"

namespace tulay::web {

/// The thumb in the body of POST /v1/feedback, or a sentence that names the field and what is wrong with it.
[[nodiscard]] tl::expected<bot::Thumb, std::string> read_thumb(std::string_view body,
                                                               knowledge::Instant received);

/// POST /v1/feedback: 204, or 404 for a turn that is not there. Desk and clock must outlive it.
[[nodiscard]] server::Route feedback_route(bot::RequestDesk& desk, const bot::Clock& clock,
                                           FailureLog failures);

}  // namespace tulay::web
