#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <variant>

#include "bot/server/cross_origin.hpp"
#include "bot/server/http.hpp"
#include "bot/server/router.hpp"

namespace tulay::server {

/// A request and what its head says of where it comes from.
struct Arrival {
  Request request;
  std::string origin;
  std::string host;
  std::string content_type;
};

/// "application/json" of "application/JSON; charset=utf-8"; nothing for another charset than UTF-8.
[[nodiscard]] std::optional<std::string> media_type(std::string_view content_type);

/// Decides by the head alone whether a request may go on. Immutable; may be shared by threads.
class Gate {
 public:
  Gate(Router router, CrossOrigin cross_origin);

  /// The route that is to run, or the answer that ends it here. The route lives as long as the gate.
  [[nodiscard]] std::variant<const Route*, Response> admit(const Arrival& arrival) const;
  /// The headers that every answer to `arrival` carries (security.md, section 4).
  [[nodiscard]] Headers dress(const Arrival& arrival) const;
  [[nodiscard]] const Router& router() const { return router_; }

 private:
  [[nodiscard]] Response options(const Arrival& arrival, std::string_view allowed) const;

  Router router_;
  CrossOrigin cross_origin_;
};

}  // namespace tulay::server
