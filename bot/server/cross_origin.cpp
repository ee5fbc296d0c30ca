#include "bot/server/cross_origin.hpp"

#include <algorithm>

namespace tulay::server {

bool may_call(const CrossOrigin& rules, std::string_view origin, std::string_view host) {
  if (origin.empty() || origin == "null") return false;
  if (std::find(rules.allowed.begin(), rules.allowed.end(), origin) != rules.allowed.end()) return true;
  if (!rules.own || host.empty()) return false;
  return origin == "http://" + std::string(host) || origin == "https://" + std::string(host);
}

Headers opened_to(std::string_view origin) {
  return {{"Access-Control-Allow-Origin", std::string(origin)},
          {"Access-Control-Expose-Headers", "Retry-After, X-Request-Id"}};
}

Headers preflight(std::string_view methods) {
  return {{"Access-Control-Allow-Methods", std::string(methods)},
          {"Access-Control-Allow-Headers", "Authorization, Content-Type"},
          {"Access-Control-Max-Age", "600"}};
}

}  // namespace tulay::server
