#include "adapters/store/audit_link.hpp"

#include <nlohmann/json.hpp>

#include "adapters/store/connection.hpp"

namespace tulay::store {
namespace {

std::string body_of(const bot::AuditEntry& entry) {
  const nlohmann::json body{{"at", entry.at.time_since_epoch().count()},
                            {"channel", bot::name(entry.channel)},
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

void append_link(SQLite::Database& database, const bot::Entropy& entropy, const bot::AuditEntry& entry) {
  const auto body = body_of(entry);
  const auto before = last_of(database);
  SQLite::Statement insert(database, "INSERT INTO audit (n, body, chain) VALUES (?, ?, ?)");
  insert.bind(1, before.n + 1);
  bind_text(insert, 2, body);
  bind_text(insert, 3, entropy.digest(before.chain + body));
  insert.exec();
}

}  // namespace tulay::store
