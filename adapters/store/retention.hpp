#pragma once

#include <string>
#include <tl/expected.hpp>

#include "bot/ports/entropy.hpp"
#include "bot/ports/store.hpp"
#include "knowledge/calendar.hpp"

namespace tulay::store {

class Connection;

/// What one purge took away.
struct Purged {
  int conversations = 0;  // with all their turns
  int others = 0;         // rows of everything else that has its time
};

/// Erases what was kept long enough (security.md section 6): conversations after `kept` without a message,
/// the rest as the list in retention.cpp says. Opt-outs and the audit stay. In small portions, so that nobody
/// waits long for the connection; what was erased is noted in the audit as done by `by`. May be cut off and
/// run again.
[[nodiscard]] tl::expected<Purged, bot::StoreError> purge(Connection& connection, const bot::Entropy& entropy,
                                                          std::chrono::days kept, knowledge::Instant now,
                                                          const std::string& by);

}  // namespace tulay::store
