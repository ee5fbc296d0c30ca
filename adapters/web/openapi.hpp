#pragma once

#include "bot/server/http.hpp"

namespace tulay::web {

/// GET /openapi.json: what this server takes and gives, as OpenAPI 3.1.
[[nodiscard]] server::Route openapi_route();

}  // namespace tulay::web
