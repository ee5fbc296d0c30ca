#include "adapters/store/sqlite_outbox.hpp"

#include <array>

namespace tulay::store {
namespace {

using bot::StoreError;
using Done = tl::expected<void, StoreError>;

constexpr std::chrono::hours kept{24 * 7};
constexpr std::array<const char*, 5> states{"sent", "failed", "unknown", "useless", "due"};  // by TextFate

std::int64_t seconds(knowledge::Instant instant) { return instant.time_since_epoch().count(); }
knowledge::Instant instant(std::int64_t seconds) { return knowledge::Instant(std::chrono::seconds(seconds)); }

bot::ClaimedText claimed_of(SQLite::Statement& row) {
  bot::ClaimedText out;
  out.id = row.getColumn(0).getInt64();
  out.attempts = row.getColumn(1).getInt();
  out.text.to = row.getColumn(2).getString();
  out.text.text = row.getColumn(3).getString();
  out.text.key = row.getColumn(4).getString();
  out.text.purpose = static_cast<bot::TextPurpose>(row.getColumn(5).getInt());
  out.text.queued = instant(row.getColumn(6).getInt64());
  out.text.useless_after = instant(row.getColumn(7).getInt64());
  return out;
}

}  // namespace

Done SqliteOutbox::queue(const bot::QueuedText& text) {
  return connection_.alone([&](SQLite::Database& database) -> Done {
    SQLite::Transaction transaction(database, SQLite::TransactionBehavior::IMMEDIATE);
    SQLite::Statement old(database,
                          "DELETE FROM outbox WHERE queued < ? AND state NOT IN ('due', 'sending')");
    old.bind(1, seconds(text.queued - kept));
    old.exec();
    SQLite::Statement insert(
        database,
        "INSERT INTO outbox (key, recipient, text, purpose, queued, useless_after, state, due) "
        "VALUES (?, ?, ?, ?, ?, ?, ?, ?) ON CONFLICT (key) DO NOTHING");
    bind_text(insert, 1, text.key);
    bind_text(insert, 2, text.to);
    bind_text(insert, 3, text.to.empty() ? "" : text.text);
    insert.bind(4, static_cast<int>(text.purpose));
    insert.bind(5, seconds(text.queued));
    insert.bind(6, seconds(text.useless_after));
    bind_text(insert, 7, text.to.empty() ? "useless" : "due");
    insert.bind(8, seconds(text.queued));
    insert.exec();
    transaction.commit();
    return {};
  });
}

tl::expected<std::optional<bot::ClaimedText>, StoreError> SqliteOutbox::claim(knowledge::Instant now) {
  using Claimed = tl::expected<std::optional<bot::ClaimedText>, StoreError>;
  return connection_.alone([&](SQLite::Database& database) -> Claimed {
    SQLite::Statement due(
        database,
        "SELECT id, attempts, recipient, text, key, purpose, queued, useless_after FROM outbox "
        "WHERE state = 'due' AND due <= ? ORDER BY due, id LIMIT 1");
    due.bind(1, seconds(now));
    if (!due.executeStep()) return std::nullopt;
    auto claimed = claimed_of(due);
    due.reset();
    SQLite::Statement take(database,
                           "UPDATE outbox SET state = 'sending', attempts = attempts + 1 WHERE id = ?");
    take.bind(1, claimed.id);
    take.exec();
    return std::optional(std::move(claimed));
  });
}

Done SqliteOutbox::settle(std::int64_t id, bot::TextFate fate, knowledge::Instant due) {
  return connection_.alone([&](SQLite::Database& database) -> Done {
    const bool over = fate != bot::TextFate::later;
    SQLite::Statement update(database, over ? "UPDATE outbox SET state = ?, text = '' WHERE id = ?"
                                            : "UPDATE outbox SET state = ?, due = ? WHERE id = ?");
    bind_text(update, 1, states.at(static_cast<std::size_t>(fate)));
    if (!over) update.bind(2, seconds(due));
    update.bind(over ? 2 : 3, id);
    update.exec();
    return {};
  });
}

Done SqliteOutbox::give_up_claimed() {
  return connection_.alone([](SQLite::Database& database) -> Done {
    database.exec("UPDATE outbox SET state = 'unknown', text = '' WHERE state = 'sending'");
    return {};
  });
}

}  // namespace tulay::store
