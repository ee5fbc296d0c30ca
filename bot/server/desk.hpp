#pragma once

#include <string>
#include <variant>
#include <vector>

#include "bot/ports/entropy.hpp"
#include "bot/server/access_log.hpp"
#include "bot/server/drain.hpp"
#include "bot/server/gate.hpp"
#include "bot/server/server.hpp"

namespace tulay::server {

/// What happens to a request, in plain values: let in, answered, noted. May be shared by threads.
class Desk {
 public:
  Desk(Gate gate, bot::Entropy& entropy, ServerEvents events);

  [[nodiscard]] std::string new_id();
  [[nodiscard]] const Gate& gate() const { return gate_; }
  [[nodiscard]] Drain& drain() { return drain_; }
  /// The answer that ends a request before its body, or the route that waits for the body.
  [[nodiscard]] std::variant<const Route*, Response> before_body(const Arrival& arrival);
  /// Runs the handler; 503 once the drain has begun, 500 without details when the handler throws.
  [[nodiscard]] Response answer(const Route& route, const Request& request);
  /// The whole answer, as bytes, to a connection for which there is no room, and its note.
  [[nodiscard]] std::string turned_away(const std::string& address);
  void note(AccessEntry entry, const std::string& path) const;

 private:
  Gate gate_;
  bot::Entropy& entropy_;
  ServerEvents events_;
  Drain drain_;
};

}  // namespace tulay::server
