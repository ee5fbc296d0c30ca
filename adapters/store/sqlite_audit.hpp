#pragma once

#include <cstdint>
#include <string>
#include <tl/expected.hpp>

#include "adapters/store/connection.hpp"
#include "bot/ports/audit.hpp"
#include "bot/ports/entropy.hpp"

namespace tulay::store {

/// What a check of the chain found.
struct AuditCheck {
  std::int64_t entries = 0;
  std::string head;    // the last link: keep it elsewhere, and a cut-off end shows too
  std::string broken;  // where and how; empty: whole
};

/// The audit in the store's file: every entry carries the digest of all before it. May be shared by threads.
class SqliteAudit final : public bot::AuditLog {
 public:
  SqliteAudit(Connection& connection, const bot::Entropy& entropy)
      : connection_(connection), entropy_(entropy) {}
  [[nodiscard]] tl::expected<void, bot::StoreError> append(const bot::AuditEntry& entry) override;
  [[nodiscard]] tl::expected<AuditCheck, bot::StoreError> check() const;

 private:
  Connection& connection_;
  const bot::Entropy& entropy_;
};

}  // namespace tulay::store
