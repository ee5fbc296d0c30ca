#include "adapters/cases/sqlite_database.hpp"

#include <SQLiteCpp/SQLiteCpp.h>
#include <sqlite3.h>

#include <utility>

#include "adapters/cases/demo_cases.hpp"
#include "adapters/cases/sqlite_connection.hpp"

namespace tulay::cases {
namespace {

using bot::CaseError;
using SteadyClock = std::chrono::steady_clock;

DatabaseError error_of(const SQLite::Exception& exception) {
  const auto kind = [&] {
    switch (exception.getErrorCode()) {
      case SQLITE_INTERRUPT:
        return CaseError::timed_out;
      case SQLITE_ERROR:
      case SQLITE_RANGE:
        return CaseError::misconfigured;
      case SQLITE_PERM:
      case SQLITE_AUTH:
      case SQLITE_READONLY:
        return CaseError::refused;
      default:
        return CaseError::unavailable;
    }
  }();
  return {kind, exception.what()};
}

}  // namespace

SqliteDatabase::SqliteDatabase(SqliteSettings settings, Mapping mapping)
    : settings_(std::move(settings)), mapping_(std::move(mapping)) {}
SqliteDatabase::~SqliteDatabase() = default;

tl::expected<std::unique_ptr<SqliteDatabase>, DatabaseError> SqliteDatabase::open(SqliteSettings settings,
                                                                                  Mapping mapping) {
  std::unique_ptr<SqliteDatabase> database(new SqliteDatabase(std::move(settings), std::move(mapping)));
  try {
    for (int i = 0; i < database->settings_.connections; ++i)
      database->idle_.push_back(
          std::make_unique<SqliteConnection>(database->settings_.file, database->mapping_));
    return database;
  } catch (const SQLite::Exception& exception) {
    return tl::unexpected(error_of(exception));
  }
}

tl::expected<std::unique_ptr<SqliteDatabase>, DatabaseError> SqliteDatabase::demo(knowledge::Date today) {
  std::unique_ptr<SqliteDatabase> database(new SqliteDatabase({}, default_mapping()));
  try {
    database->idle_.push_back(std::make_unique<SqliteConnection>(
        database->mapping_, [&](SQLite::Database& into) { fill_with_demo(into, today); }));
    return database;
  } catch (const SQLite::Exception& exception) {
    return tl::unexpected(error_of(exception));
  }
}

std::unique_ptr<SqliteConnection> SqliteDatabase::take(SteadyClock::time_point until) const {
  std::unique_lock lock(mutex_);
  if (!given_back_.wait_until(lock, until, [&] { return !idle_.empty(); })) return nullptr;
  auto taken = std::move(idle_.back());
  idle_.pop_back();
  return taken;
}

/// Gives its connection back.
struct SqliteDatabase::Lease {
  Lease(const SqliteDatabase& from, std::unique_ptr<SqliteConnection> taken)
      : owner(from), connection(std::move(taken)) {}
  ~Lease() {
    if (connection == nullptr) return;
    const std::lock_guard lock(owner.mutex_);
    owner.idle_.push_back(std::move(connection));
    owner.given_back_.notify_one();
  }
  Lease(const Lease&) = delete;
  Lease& operator=(const Lease&) = delete;

  const SqliteDatabase& owner;
  mutable std::unique_ptr<SqliteConnection> connection;
};

template <class Task>
auto SqliteDatabase::with_connection(Task task) const
    -> tl::expected<decltype(task(std::declval<SqliteConnection&>())), DatabaseError> {
  using Result = decltype(task(std::declval<SqliteConnection&>()));
  const auto until = SteadyClock::now() + settings_.deadline;
  const Lease lease(*this, take(until));
  if (lease.connection == nullptr)
    return tl::unexpected(DatabaseError{CaseError::timed_out, "every connection is busy"});
  try {
    if (!lease.connection->current())
      lease.connection = std::make_unique<SqliteConnection>(settings_.file, mapping_);
    lease.connection->limit(until);
    return tl::expected<Result, DatabaseError>(task(*lease.connection));
  } catch (const SQLite::Exception& exception) {
    return tl::unexpected(error_of(exception));
  }
}

tl::expected<void, DatabaseError> SqliteDatabase::read(const Work& work) const {
  const auto done = with_connection([&](SqliteConnection& connection) {
    connection.read(work);
    return true;
  });
  if (!done) return tl::unexpected(done.error());
  return {};
}

tl::expected<std::vector<ColumnType>, DatabaseError> SqliteDatabase::columns(Purpose purpose) const {
  return with_connection([&](SqliteConnection& connection) { return connection.columns(purpose); });
}

tl::expected<bool, DatabaseError> SqliteDatabase::uses_index(Purpose purpose) const {
  return with_connection([&](SqliteConnection& connection) { return connection.uses_index(purpose); });
}

tl::expected<Access, DatabaseError> SqliteDatabase::access() const {
  return with_connection([&](SqliteConnection& connection) { return connection.access(); });
}

}  // namespace tulay::cases
