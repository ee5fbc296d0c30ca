#include "adapters/store/retention.hpp"

#include <array>

#include "adapters/store/audit_link.hpp"
#include "adapters/store/connection.hpp"

namespace tulay::store {
namespace {

using bot::StoreError;
using std::chrono::days;

/// A statement whose one parameter is the moment before which it erases.
struct Lifetime {
  const char* erase;
  days kept;
};

constexpr days closed_tickets{90};

// Gateways redeliver for a day at most; delivery reports come for three.
constexpr std::array lifetimes{
    Lifetime{
        "UPDATE outbox SET text = '' WHERE queued < ? AND text <> '' AND state NOT IN ('due', 'sending')",
        days(3)},
    Lifetime{"DELETE FROM outbox WHERE queued < ? AND state NOT IN ('due', 'sending')", days(7)},
    Lifetime{"DELETE FROM sms_reports WHERE at < ?", days(7)},
    Lifetime{"DELETE FROM sms_answers WHERE at < ?", days(7)},
    Lifetime{"DELETE FROM sms_nonces WHERE at < ?", days(7)},
    Lifetime{"DELETE FROM code_sends WHERE at < ?", days(2)},
    Lifetime{"DELETE FROM missed_questions WHERE at < ?", days(90)},
    Lifetime{"DELETE FROM handoffs WHERE n <= (SELECT through FROM tickets_closed c WHERE c.ticket = "
             "handoffs.ticket AND c.at < ?)",
             closed_tickets},
    Lifetime{"DELETE FROM tickets_closed WHERE at < ? AND ticket NOT IN (SELECT ticket FROM handoffs)",
             closed_tickets},
    Lifetime{"DELETE FROM dead_numbers WHERE at < ?", days(365)},
    Lifetime{"DELETE FROM reminders WHERE day < date(?, 'unixepoch')", days(400)},
    Lifetime{"DELETE FROM feedback WHERE at < ?", days(365)},
    Lifetime{"DELETE FROM reply_marks WHERE at < ?", days(3 * 365)},
};

constexpr const char* some_conversations =
    "DELETE FROM sessions WHERE id IN (SELECT id FROM sessions WHERE last_active < ? LIMIT 200)";

using Erased = tl::expected<int, StoreError>;

Erased erase(Connection& connection, const char* statement, knowledge::Instant before) {
  return connection.alone([&](SQLite::Database& database) -> Erased {
    SQLite::Statement erasing(database, statement);
    erasing.bind(1, seconds_of(before));
    return erasing.exec();
  });
}

Erased erase_conversations(Connection& connection, knowledge::Instant before) {
  int erased = 0;
  while (true) {
    const auto some = erase(connection, some_conversations, before);
    if (!some) return tl::unexpected(some.error());
    if (*some == 0) return erased;
    erased += *some;
  }
}

tl::expected<void, StoreError> note(Connection& connection, const bot::Entropy& entropy,
                                    knowledge::Instant now, const std::string& by, const Purged& purged) {
  bot::AuditEntry entry;
  entry.at = now;
  entry.channel = bot::Channel::console;
  entry.session = by;
  entry.event = "purged";
  entry.shown = std::to_string(purged.conversations) + " conversations, " + std::to_string(purged.others) +
                " other rows";
  return connection.alone([&](SQLite::Database& database) -> tl::expected<void, StoreError> {
    SQLite::Transaction transaction(database, SQLite::TransactionBehavior::IMMEDIATE);
    append_link(database, entropy, entry);
    transaction.commit();
    database.exec("PRAGMA wal_checkpoint(TRUNCATE)");  // or the text would live on in the log
    return {};
  });
}

}  // namespace

tl::expected<Purged, StoreError> purge(Connection& connection, const bot::Entropy& entropy, days kept,
                                       knowledge::Instant now, const std::string& by) {
  Purged purged;
  const auto conversations = erase_conversations(connection, now - kept);
  if (!conversations) return tl::unexpected(conversations.error());
  purged.conversations = *conversations;
  for (const auto& lifetime : lifetimes) {
    const auto erased = erase(connection, lifetime.erase, now - lifetime.kept);
    if (!erased) return tl::unexpected(erased.error());
    purged.others += *erased;
  }
  if (purged.conversations + purged.others == 0) return purged;
  if (const auto noted = note(connection, entropy, now, by, purged); !noted)
    return tl::unexpected(noted.error());
  return purged;
}

}  // namespace tulay::store
