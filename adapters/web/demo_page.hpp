#pragma once

#include <vector>

#include "bot/server/http.hpp"

namespace tulay::web {

/// GET /, /demo.js and /demo.css: a plain page that talks to /v1/chat; for demo mode only.
[[nodiscard]] std::vector<server::Route> demo_routes();

}  // namespace tulay::web
