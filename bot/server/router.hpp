#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "bot/server/http.hpp"

namespace tulay::server {

/// Finds the route of a method and a literal path. Immutable; may be shared by threads.
class Router {
 public:
  explicit Router(std::vector<Route> routes);

  /// HEAD finds GET; null when there is none.
  [[nodiscard]] const Route* find(std::string_view method, std::string_view path) const;
  /// "DELETE, GET, HEAD, OPTIONS"; empty for an unknown path.
  [[nodiscard]] std::string allowed(std::string_view path) const;
  [[nodiscard]] bool knows(std::string_view path) const;
  /// May a page on another origin call this path at all?
  [[nodiscard]] bool cross_origin(std::string_view path) const;
  [[nodiscard]] const std::vector<Route>& routes() const { return routes_; }

 private:
  std::vector<Route> routes_;
};

}  // namespace tulay::server
