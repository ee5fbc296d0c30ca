#include "bot/server/router.hpp"

#include <algorithm>
#include <set>
#include <utility>

namespace tulay::server {

Router::Router(std::vector<Route> routes) : routes_(std::move(routes)) {}

const Route* Router::find(std::string_view method, std::string_view path) const {
  const std::string_view asked = method == "HEAD" ? "GET" : method;
  const auto found = std::find_if(routes_.begin(), routes_.end(), [&](const Route& route) {
    return route.path == path && route.method == asked;
  });
  return found == routes_.end() ? nullptr : &*found;
}

std::string Router::allowed(std::string_view path) const {
  std::set<std::string> methods;
  for (const auto& route : routes_) {
    if (route.path != path) continue;
    methods.insert(route.method);
    if (route.method == "GET") methods.insert("HEAD");
    methods.insert("OPTIONS");
  }
  std::string joined;
  for (const auto& method : methods) joined += (joined.empty() ? "" : ", ") + method;
  return joined;
}

bool Router::knows(std::string_view path) const {
  return std::any_of(routes_.begin(), routes_.end(), [&](const Route& route) { return route.path == path; });
}

bool Router::cross_origin(std::string_view path) const {
  return std::any_of(routes_.begin(), routes_.end(),
                     [&](const Route& route) { return route.path == path && route.cross_origin; });
}

}  // namespace tulay::server
