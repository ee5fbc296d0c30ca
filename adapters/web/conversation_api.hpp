#pragma once

#include <vector>

#include "adapters/web/chat_api.hpp"

namespace tulay::web {

/// GET and DELETE /v1/conversation; the token comes as Authorization: Bearer. The engine must outlive them.
[[nodiscard]] std::vector<server::Route> conversation_routes(bot::Engine& engine, const FailureLog& failures);

}  // namespace tulay::web
