#include "adapters/store/sqlite_store.hpp"

#include <SQLiteCpp/SQLiteCpp.h>
#include <fcntl.h>
#include <sqlite3.h>
#include <unistd.h>

#include <algorithm>
#include <mutex>
#include <utility>

#include "adapters/store/lock_file.hpp"
#include "adapters/store/migrations.hpp"
#include "adapters/store/session_codec.hpp"

namespace tulay::store {
namespace {

using bot::StoreError;
using bot::StoreErrorKind;

constexpr int busy_milliseconds = 2000;
constexpr const char* in_memory = ":memory:";

StoreError error_of(const SQLite::Exception& exception) {
  const bool conflict = exception.getErrorCode() == SQLITE_CONSTRAINT;
  return {conflict ? StoreErrorKind::conflict : StoreErrorKind::unavailable, exception.what()};
}

StoreError cannot_open(const std::filesystem::path& file, const std::string& why) {
  return {StoreErrorKind::unavailable, "cannot open the store " + file.string() + ": " + why};
}

// SQLite would create it with the process's umask; conversations are for this user's eyes only.
void create_private(const std::filesystem::path& file) {
  const int descriptor = ::open(file.c_str(), O_RDWR | O_CREAT | O_CLOEXEC, 0600);
  if (descriptor >= 0) ::close(descriptor);
}

void bind_text(SQLite::Statement& statement, int index, std::string_view text) {
  statement.bind(index, std::string(text));
}

StoreError damaged() { return {StoreErrorKind::unavailable, "a stored conversation is damaged"}; }

}  // namespace

struct SqliteStore::Connection {
  explicit Connection(const std::filesystem::path& file, std::optional<LockFile> taken)
      : lock(std::move(taken)),
        database(file.string(), SQLite::OPEN_READWRITE | SQLite::OPEN_CREATE, busy_milliseconds) {
    database.exec("PRAGMA journal_mode = WAL");
    database.exec("PRAGMA synchronous = FULL");
    database.exec("PRAGMA foreign_keys = ON");
    database.exec("PRAGMA trusted_schema = OFF");
    database.exec("PRAGMA secure_delete = ON");
  }

  /// Runs `work` alone on the connection; SQLite's exceptions end here.
  template <class Work>
  auto alone(Work work) -> decltype(work(std::declval<SQLite::Database&>())) {
    const std::lock_guard guard(mutex);
    try {
      return work(database);
    } catch (const SQLite::Exception& exception) {
      return tl::unexpected(error_of(exception));
    }
  }

  std::optional<LockFile> lock;  // let go after the database is closed
  std::mutex mutex;
  SQLite::Database database;
};

tl::expected<std::unique_ptr<SqliteStore>, StoreError> SqliteStore::open(const std::filesystem::path& file) {
  std::optional<LockFile> lock;
  if (file != in_memory) {
    auto taken = LockFile::take(file.string() + ".lock");
    if (!taken) return tl::unexpected(cannot_open(file, taken.error()));
    lock.emplace(std::move(*taken));
    create_private(file);
  }
  try {
    auto connection = std::make_unique<Connection>(file, std::move(lock));
    if (const auto why = migrate(connection->database)) return tl::unexpected(cannot_open(file, *why));
    return std::unique_ptr<SqliteStore>(new SqliteStore(std::move(connection)));
  } catch (const SQLite::Exception& exception) {
    return tl::unexpected(cannot_open(file, exception.what()));
  }
}

SqliteStore::SqliteStore(std::unique_ptr<Connection> connection) : connection_(std::move(connection)) {}
SqliteStore::~SqliteStore() = default;

tl::expected<std::optional<bot::Session>, StoreError> SqliteStore::session(
    std::string_view id, knowledge::Instant not_before) const {
  using Found = tl::expected<std::optional<bot::Session>, StoreError>;
  return connection_->alone([&](SQLite::Database& database) -> Found {
    SQLite::Statement select(database, "SELECT body FROM sessions WHERE id = ? AND last_active >= ?");
    bind_text(select, 1, id);
    select.bind(2, static_cast<std::int64_t>(not_before.time_since_epoch().count()));
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

tl::expected<void, StoreError> SqliteStore::commit(const bot::Session& next, const bot::StoredTurn& turn) {
  return connection_->alone([&](SQLite::Database& database) -> tl::expected<void, StoreError> {
    SQLite::Transaction transaction(database, SQLite::TransactionBehavior::IMMEDIATE);
    SQLite::Statement session(
        database,
        "INSERT INTO sessions (id, last_active, body) VALUES (?, ?, ?) ON CONFLICT (id) DO "
        "UPDATE SET last_active = excluded.last_active, body = excluded.body");
    bind_text(session, 1, next.id);
    session.bind(2, static_cast<std::int64_t>(next.last_active.time_since_epoch().count()));
    bind_text(session, 3, encode(next));
    session.exec();
    SQLite::Statement insert(
        database, "INSERT INTO turns (session_id, turn, client_message_id, body) VALUES (?, ?, ?, ?)");
    bind_text(insert, 1, next.id);
    insert.bind(2, turn.turn);
    if (turn.client_message_id) bind_text(insert, 3, *turn.client_message_id);
    bind_text(insert, 4, encode(turn));
    insert.exec();
    transaction.commit();
    return {};
  });
}

tl::expected<void, StoreError> SqliteStore::forget(std::string_view session_id) {
  return connection_->alone([&](SQLite::Database& database) -> tl::expected<void, StoreError> {
    SQLite::Statement erase(database, "DELETE FROM sessions WHERE id = ?");
    bind_text(erase, 1, session_id);
    erase.exec();
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
