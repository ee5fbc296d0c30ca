#pragma once

#include <string>
#include <string_view>

#include "bot/ports/entropy.hpp"
#include "bot/server/access_log.hpp"
#include "bot/server/client_address.hpp"
#include "bot/server/drain.hpp"
#include "bot/server/framing.hpp"
#include "bot/server/gate.hpp"
#include "bot/server/server.hpp"

namespace tulay::server {

/// What happens to a request, in plain values: let in, answered, noted. May be shared by threads.
class Desk {
 public:
  Desk(Gate gate, ClientAddresses clients, bot::Entropy& entropy, ServerEvents events);

  [[nodiscard]] std::string new_id();
  [[nodiscard]] const Gate& gate() const { return gate_; }
  [[nodiscard]] const ClientAddresses& clients() const { return clients_; }
  [[nodiscard]] Drain& drain() { return drain_; }
  /// Refused at the gate, or what the handler says; 503 once the drain has begun, 500 without details when
  /// the handler throws.
  [[nodiscard]] Response answer(const Arrival& arrival);
  /// The whole answer, as bytes, to what nobody looks at any further, and its note.
  [[nodiscard]] std::string refusal(const Refusal& why, std::string_view address, bool stays);
  void note(AccessEntry entry, std::string_view path) const;

 private:
  [[nodiscard]] Response run(const Route& route, const Request& request);

  Gate gate_;
  ClientAddresses clients_;
  bot::Entropy& entropy_;
  ServerEvents events_;
  Drain drain_;
};

}  // namespace tulay::server
