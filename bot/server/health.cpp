#include "bot/server/health.hpp"

#include <nlohmann/json.hpp>
#include <utility>

namespace tulay::server {
namespace {

Response healthz(const Request& /*request*/) {
  Response response;
  response.body = R"({"status":"ok"})";
  return response;
}

Response readyz(const Readiness& readiness) {
  const bool knowledge = readiness.knowledge();
  const bool store = readiness.store();
  Response response;
  response.status = knowledge && store ? 200 : 503;
  response.body = nlohmann::ordered_json{
      {"status", knowledge && store ? "ready" : "not ready"},
      {"knowledge", knowledge},
      {"store",
       store}}.dump();
  return response;
}

}  // namespace

std::vector<Route> health_routes(Readiness readiness) {
  return {{"GET", "/healthz", healthz},
          {"GET", "/readyz",
           [readiness = std::move(readiness)](const Request& /*request*/) { return readyz(readiness); }}};
}

}  // namespace tulay::server
