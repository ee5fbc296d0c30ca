#pragma once

#include <string>
#include <tl/expected.hpp>
#include <vector>

#include "bot/ports/channel.hpp"
#include "bot/ports/store.hpp"

namespace tulay::bot {

/// Who looked at what: ids only, no content.
struct AuditEntry {
  knowledge::Instant at{};
  Channel channel = Channel::web;
  std::string session;             // the session's id, itself a digest
  std::string event;               // code_asked, code_wrong, verified, shown, logged_out, forgotten, purged
  std::string contact_id;          // empty where nobody was found
  std::vector<std::string> cases;  // numbers
  std::string shown;               // the intent that was answered
};

/// Append-only and chained by hashes. May be shared by threads.
class AuditLog {
 public:
  virtual ~AuditLog() = default;
  /// On disk when it returns.
  [[nodiscard]] virtual tl::expected<void, StoreError> append(const AuditEntry& entry) = 0;
};

}  // namespace tulay::bot
