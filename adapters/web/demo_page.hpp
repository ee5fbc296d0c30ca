#pragma once

#include <vector>

#include "bot/server/http.hpp"

namespace tulay::web {

/// GET /, /demo.css, /demo.js and /icon.svg: a page like a law firm's, with the widget on it; for demo mode
/// only.
[[nodiscard]] std::vector<server::Route> demo_routes();

}  // namespace tulay::web
