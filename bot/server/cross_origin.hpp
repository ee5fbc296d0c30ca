#pragma once

#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace tulay::server {

/// Which pages on other origins may call: exact origins, no wildcard, no "null".
struct CrossOrigin {
  std::vector<std::string> allowed;
  bool own = false;  // a page served under the very host that is asked; only sensible with made-up data
};

/// Is `origin` listed, or (with `own`) the origin of `host` itself?
[[nodiscard]] bool may_call(const CrossOrigin& rules, std::string_view origin, std::string_view host);

using Headers = std::vector<std::pair<std::string, std::string>>;

/// Headers of an answer to a listed origin.
[[nodiscard]] Headers opened_to(std::string_view origin);

/// Further headers of the answer to a preflight. `methods`: "GET, POST, OPTIONS".
[[nodiscard]] Headers preflight(std::string_view methods);

}  // namespace tulay::server
