#pragma once

#include <string>
#include <vector>

#include "bot/server/http.hpp"

namespace tulay::web {

/// GET /frame.html: the chat alone, for the frame in which a client's case is shown. Only pages of
/// `allowed_origins` may embed it, and only to them does it listen.
[[nodiscard]] server::Route frame_route(const std::vector<std::string>& allowed_origins);

}  // namespace tulay::web
