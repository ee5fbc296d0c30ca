#include "adapters/store/sqlite_outbox.hpp"

#include <array>

#include "adapters/store/outbox_rows.hpp"

namespace tulay::store {
namespace {

using bot::StoreError;
using Done = tl::expected<void, StoreError>;

constexpr std::array<const char*, 5> states{"sent", "failed", "unknown", "useless", "due"};  // by TextFate

// A reply waits for the reply before it, also while that one is on its way.
std::string claim_statement(std::size_t resting) {
  std::string statement =
      std::string(outbox_columns) +
      "WHERE state = 'due' AND due <= ? AND NOT (purpose = 0 AND EXISTS ("
      "SELECT 1 FROM outbox AS before WHERE before.recipient = outbox.recipient "
      "AND before.id < outbox.id AND before.purpose = 0 AND before.state IN ('due', 'sending')))";
  for (std::size_t i = 0; i < resting; ++i) statement += i == 0 ? " AND sender NOT IN (?" : ", ?";
  return statement + (resting > 0 ? ")" : "") + " ORDER BY purpose = 3, due, id LIMIT 1";
}

}  // namespace

Done SqliteOutbox::queue(const bot::QueuedText& text) {
  return connection_.alone([&](SQLite::Database& database) -> Done {
    SQLite::Transaction transaction(database, SQLite::TransactionBehavior::IMMEDIATE);
    insert_text(database, text);
    transaction.commit();
    return {};
  });
}

tl::expected<std::optional<bot::ClaimedText>, StoreError> SqliteOutbox::claim(
    knowledge::Instant now, const std::vector<std::string>& resting) {
  using Claimed = tl::expected<std::optional<bot::ClaimedText>, StoreError>;
  return connection_.alone([&](SQLite::Database& database) -> Claimed {
    SQLite::Statement due(database, claim_statement(resting.size()));
    due.bind(1, seconds_of(now));
    for (std::size_t i = 0; i < resting.size(); ++i) bind_text(due, static_cast<int>(i) + 2, resting[i]);
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

Done SqliteOutbox::settle(std::int64_t id, const bot::Settlement& settlement) {
  return connection_.alone([&](SQLite::Database& database) -> Done {
    SQLite::Transaction transaction(database, SQLite::TransactionBehavior::IMMEDIATE);
    SQLite::Statement update(
        database, "UPDATE outbox SET state = ?, due = max(due, ?), provider_id = ?, code = ? WHERE id = ?");
    bind_text(update, 1, states.at(static_cast<std::size_t>(settlement.fate)));
    update.bind(2, seconds_of(settlement.due));
    bind_text(update, 3, settlement.provider_id);
    bind_text(update, 4, settlement.code);
    update.bind(5, id);
    update.exec();
    // A hand-over note or a reminder may still be sent again, should it not arrive.
    SQLite::Statement forget(database,
                             "UPDATE outbox SET text = '' WHERE id = ? AND (state IN ('failed', 'unknown', "
                             "'useless') OR state = 'sent' AND purpose NOT IN (2, 3))");
    forget.bind(1, id);
    forget.exec();
    if (!settlement.provider_id.empty()) apply_reports(database, settlement.provider_id);
    transaction.commit();
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
