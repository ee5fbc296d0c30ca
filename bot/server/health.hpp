#pragma once

#include <functional>
#include <vector>

#include "bot/server/http.hpp"

namespace tulay::server {

/// What /readyz asks; each may be called by several threads.
struct Readiness {
  std::function<bool()> knowledge;
  std::function<bool()> store;
};

/// GET /healthz (the process answers) and GET /readyz (knowledge loaded, store reachable).
[[nodiscard]] std::vector<Route> health_routes(Readiness readiness);

}  // namespace tulay::server
