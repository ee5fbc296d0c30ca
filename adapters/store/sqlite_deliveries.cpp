#include "adapters/store/sqlite_deliveries.hpp"

#include "adapters/store/outbox_rows.hpp"

namespace tulay::store {
namespace {

using bot::StoreError;
using Done = tl::expected<void, StoreError>;
using Settled = tl::expected<std::optional<bot::ClaimedText>, StoreError>;

bool is_new(SQLite::Database& database, const bot::Delivery& delivery) {
  SQLite::Statement insert(database, "INSERT INTO sms_reports VALUES (?, ?, ?, ?) ON CONFLICT DO NOTHING");
  bind_text(insert, 1, delivery.provider_id);
  insert.bind(2, static_cast<int>(delivery.status));
  bind_text(insert, 3, delivery.code);
  insert.bind(4, seconds_of(delivery.at));
  return insert.exec() == 1;
}

}  // namespace

Settled SqliteDeliveries::note(const bot::Delivery& delivery) {
  return connection_.alone([&](SQLite::Database& database) -> Settled {
    SQLite::Transaction transaction(database, SQLite::TransactionBehavior::IMMEDIATE);
    const bool moved = is_new(database, delivery) && apply_reports(database, delivery.provider_id);
    std::optional<bot::ClaimedText> text;
    if (moved) {
      SQLite::Statement select(database, std::string(outbox_columns) + "WHERE provider_id = ?");
      bind_text(select, 1, delivery.provider_id);
      if (select.executeStep()) text = claimed_of(select);
    }
    transaction.commit();
    return text;
  });
}

Done SqliteDeliveries::again(std::int64_t id, knowledge::Instant due) {
  return connection_.alone([&](SQLite::Database& database) -> Done {
    SQLite::Statement update(
        database,
        "UPDATE outbox SET state = 'due', due = ?, provider_id = '' WHERE id = ? AND state = 'undelivered' "
        "AND text <> ''");
    update.bind(1, seconds_of(due));
    update.bind(2, id);
    update.exec();
    return {};
  });
}

tl::expected<bool, StoreError> SqliteDeliveries::is_dead(std::string_view phone) const {
  return connection_.alone([&](SQLite::Database& database) -> tl::expected<bool, StoreError> {
    SQLite::Statement select(database, "SELECT 1 FROM dead_numbers WHERE phone = ?");
    bind_text(select, 1, phone);
    return select.executeStep();
  });
}

Done SqliteDeliveries::mark_dead(std::string_view phone, std::string_view code, knowledge::Instant at) {
  return connection_.alone([&](SQLite::Database& database) -> Done {
    SQLite::Statement insert(database,
                             "INSERT INTO dead_numbers VALUES (?, ?, ?) ON CONFLICT (phone) DO NOTHING");
    bind_text(insert, 1, phone);
    bind_text(insert, 2, code);
    insert.bind(3, seconds_of(at));
    insert.exec();
    return {};
  });
}

Done SqliteDeliveries::revive(std::string_view phone) {
  return connection_.alone([&](SQLite::Database& database) -> Done {
    SQLite::Statement erase(database, "DELETE FROM dead_numbers WHERE phone = ?");
    bind_text(erase, 1, phone);
    erase.exec();
    return {};
  });
}

}  // namespace tulay::store
