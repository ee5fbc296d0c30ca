#include "adapters/store/sqlite_audit.hpp"

#include "adapters/store/audit_link.hpp"

namespace tulay::store {

tl::expected<void, bot::StoreError> SqliteAudit::append(const bot::AuditEntry& entry) {
  return connection_.alone([&](SQLite::Database& database) -> tl::expected<void, bot::StoreError> {
    SQLite::Transaction transaction(database, SQLite::TransactionBehavior::IMMEDIATE);
    append_link(database, entropy_, entry);
    transaction.commit();
    return {};
  });
}

tl::expected<AuditCheck, bot::StoreError> SqliteAudit::check() const {
  return connection_.alone([&](SQLite::Database& database) -> tl::expected<AuditCheck, bot::StoreError> {
    AuditCheck check;
    SQLite::Statement all(database, "SELECT n, body, chain FROM audit ORDER BY n");
    while (all.executeStep()) {
      const auto n = all.getColumn(0).getInt64();
      const auto chain = all.getColumn(2).getString();
      if (n != check.entries + 1)
        check.broken = "entry " + std::to_string(check.entries + 1) + " is missing";
      else if (chain != entropy_.digest(check.head + all.getColumn(1).getString()))
        check.broken = "entry " + std::to_string(n) + " was changed";
      if (!check.broken.empty()) return check;
      check.entries = n;
      check.head = chain;
    }
    return check;
  });
}

}  // namespace tulay::store
