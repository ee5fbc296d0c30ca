#include "adapters/store/sqlite_audit.hpp"

#include <nlohmann/json.hpp>

namespace tulay::store {
namespace {

constexpr std::array<const char*, 3> channels{"web", "sms", "console"};

std::string body_of(const bot::AuditEntry& entry) {
  const nlohmann::json body{{"at", entry.at.time_since_epoch().count()},
                            {"channel", channels.at(static_cast<std::size_t>(entry.channel))},
                            {"session", entry.session},
                            {"event", entry.event},
                            {"contact", entry.contact_id},
                            {"cases", entry.cases},
                            {"shown", entry.shown}};
  return body.dump(-1, ' ', false, nlohmann::json::error_handler_t::replace);
}

struct Link {
  std::int64_t n = 0;
  std::string chain;
};

Link last_of(SQLite::Database& database) {
  SQLite::Statement last(database, "SELECT n, chain FROM audit ORDER BY n DESC LIMIT 1");
  if (!last.executeStep()) return {};
  return {last.getColumn(0).getInt64(), last.getColumn(1).getString()};
}

}  // namespace

tl::expected<void, bot::StoreError> SqliteAudit::append(const bot::AuditEntry& entry) {
  const auto body = body_of(entry);
  return connection_.alone([&](SQLite::Database& database) -> tl::expected<void, bot::StoreError> {
    SQLite::Transaction transaction(database, SQLite::TransactionBehavior::IMMEDIATE);
    const auto before = last_of(database);
    SQLite::Statement insert(database, "INSERT INTO audit (n, body, chain) VALUES (?, ?, ?)");
    insert.bind(1, before.n + 1);
    bind_text(insert, 2, body);
    bind_text(insert, 3, entropy_.digest(before.chain + body));
    insert.exec();
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
