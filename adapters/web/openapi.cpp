#include "adapters/web/openapi.hpp"

#include "embedded_pages.hpp"

namespace tulay::web {

server::Route openapi_route() {
  return {"GET", "/openapi.json", [](const server::Request& /*request*/) {
            server::Response response;
            response.body = openapi_json;
            return response;
          }};
}

}  // namespace tulay::web
