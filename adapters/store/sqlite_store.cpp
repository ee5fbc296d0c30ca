#include "adapters/store/sqlite_store.hpp"

#include <algorithm>
#include <utility>

#include "adapters/store/connection.hpp"
#include "adapters/store/record_writer.hpp"
#include "adapters/store/session_codec.hpp"
#include "adapters/store/turn_writer.hpp"

namespace tulay::store {
namespace {

using bot::StoreError;
using bot::StoreErrorKind;

StoreError damaged() { return {StoreErrorKind::unavailable, "a stored conversation is damaged"}; }

}  // namespace

tl::expected<std::unique_ptr<SqliteStore>, StoreError> SqliteStore::open(const std::filesystem::path& file) {
  auto connection = Connection::open(file);
  if (!connection) return tl::unexpected(connection.error());
  return std::unique_ptr<SqliteStore>(new SqliteStore(std::move(*connection)));
}

SqliteStore::SqliteStore(std::unique_ptr<Connection> connection)
    : connection_(std::move(connection)), writer_(std::make_unique<TurnWriter>(*connection_)) {}
SqliteStore::~SqliteStore() = default;

tl::expected<std::optional<bot::Session>, StoreError> SqliteStore::session(
    std::string_view id, knowledge::Instant not_before) const {
  using Found = tl::expected<std::optional<bot::Session>, StoreError>;
  return connection_->alone([&](SQLite::Database& database) -> Found {
    SQLite::Statement select(database, "SELECT body FROM sessions WHERE id = ? AND last_active >= ?");
    bind_text(select, 1, id);
    select.bind(2, seconds_of(not_before));
    if (!select.executeStep()) return std::nullopt;
    auto session = session_from(select.getColumn(0).getString());
    if (!session) return tl::unexpected(damaged());
    return session;
  });
}

tl::expected<std::optional<bot::StoredTurn>, StoreError> SqliteStore::turn_of(
    std::string_view session_id, std::string_view message_id) const {
  using Found = tl::expected<std::optional<bot::StoredTurn>, StoreError>;
  return connection_->alone([&](SQLite::Database& database) -> Found {
    SQLite::Statement select(database,
                             "SELECT body FROM turns WHERE session_id = ? AND client_message_id = ?");
    bind_text(select, 1, session_id);
    bind_text(select, 2, message_id);
    if (!select.executeStep()) return std::nullopt;
    auto turn = turn_from(select.getColumn(0).getString());
    if (!turn) return tl::unexpected(damaged());
    return turn;
  });
}

tl::expected<std::vector<bot::StoredTurn>, StoreError> SqliteStore::turns(std::string_view session_id,
                                                                          int limit) const {
  using Found = tl::expected<std::vector<bot::StoredTurn>, StoreError>;
  return connection_->alone([&](SQLite::Database& database) -> Found {
    SQLite::Statement select(database,
                             "SELECT body FROM turns WHERE session_id = ? ORDER BY turn DESC LIMIT ?");
    bind_text(select, 1, session_id);
    select.bind(2, limit);
    std::vector<bot::StoredTurn> turns;
    while (select.executeStep()) {
      auto turn = turn_from(select.getColumn(0).getString());
      if (!turn) return tl::unexpected(damaged());
      turns.push_back(std::move(*turn));
    }
    std::reverse(turns.begin(), turns.end());
    return turns;
  });
}

tl::expected<void, StoreError> SqliteStore::commit(const bot::Session& next, const bot::StoredTurn& turn,
                                                   const bot::Records& records) {
  return writer_->commit(next, turn, records);
}

tl::expected<void, StoreError> SqliteStore::keep(const bot::Records& records) {
  return connection_->alone([&](SQLite::Database& database) -> tl::expected<void, StoreError> {
    SQLite::Transaction transaction(database, SQLite::TransactionBehavior::IMMEDIATE);
    write(database, records);
    transaction.commit();
    return {};
  });
}

tl::expected<void, StoreError> SqliteStore::forget(std::string_view session_id) {
  return connection_->alone([&](SQLite::Database& database) -> tl::expected<void, StoreError> {
    SQLite::Transaction transaction(database, SQLite::TransactionBehavior::IMMEDIATE);
    SQLite::Statement erase(database, "DELETE FROM sessions WHERE id = ?");
    bind_text(erase, 1, session_id);
    erase.exec();
    forget_records(database, session_id);
    transaction.commit();
    database.exec("PRAGMA wal_checkpoint(TRUNCATE)");  // or the text would live on in the log
    return {};
  });
}

bool SqliteStore::ready() const {
  return connection_
      ->alone([](SQLite::Database& database) -> tl::expected<void, StoreError> {
        SQLite::Transaction transaction(database, SQLite::TransactionBehavior::IMMEDIATE);
        return {};
      })
      .has_value();
}

}  // namespace tulay::store
