#include "adapters/store/sqlite_reminder_book.hpp"

#include "adapters/store/outbox_rows.hpp"

namespace tulay::store {
namespace {

using Answer = tl::expected<bool, bot::StoreError>;

}  // namespace

Answer SqliteReminderBook::has(const bot::ReminderEntry& entry) const {
  return connection_.alone([&](SQLite::Database& database) -> Answer {
    SQLite::Statement select(
        database, "SELECT 1 FROM reminders WHERE case_number = ? AND (ends = ? AND days = ? OR day = ?)");
    bind_text(select, 1, entry.case_number);
    bind_text(select, 2, knowledge::iso(entry.ends));
    select.bind(3, entry.days);
    bind_text(select, 4, knowledge::iso(entry.day));
    return select.executeStep();
  });
}

Answer SqliteReminderBook::queue(const bot::ReminderEntry& entry, const bot::QueuedText& text) {
  return connection_.alone([&](SQLite::Database& database) -> Answer {
    SQLite::Transaction transaction(database, SQLite::TransactionBehavior::IMMEDIATE);
    // The table's keys say what counts as the same.
    SQLite::Statement insert(database, "INSERT INTO reminders VALUES (?, ?, ?, ?) ON CONFLICT DO NOTHING");
    bind_text(insert, 1, entry.case_number);
    bind_text(insert, 2, knowledge::iso(entry.ends));
    insert.bind(3, entry.days);
    bind_text(insert, 4, knowledge::iso(entry.day));
    if (insert.exec() == 0) return false;
    insert_text(database, text);
    transaction.commit();
    return true;
  });
}

}  // namespace tulay::store
