#include "adapters/cases/postgres_database.hpp"

#include <algorithm>
#include <pqxx/pqxx>

#include "adapters/cases/postgres_errors.hpp"
#include "adapters/cases/sqlstate.hpp"

namespace tulay::cases {
namespace {

using bot::CaseError;
using SteadyClock = std::chrono::steady_clock;

constexpr std::chrono::milliseconds patience_for_test{200};
constexpr std::chrono::milliseconds patience_for_setup{2000};

/// The lines after it quote the statement, and values.
std::string first_line(const std::string& text) { return text.substr(0, text.find('\n')); }

/// libpq waits for ever by itself, and for at least two seconds when told not to.
PostgresSettings with_timeout(PostgresSettings settings) {
  if (settings.connection.find("connect_timeout") == std::string::npos)
    settings.connection += " connect_timeout=2";
  return settings;
}

/// The server's message may quote a value where that did not fit its type.
std::string told(const pqxx::sql_error& error) {
  return finds_nothing(sqlstate_of(error))
             ? "a value does not fit its type (SQLSTATE " + sqlstate_of(error) + ")"
             : error.what();
}

}  // namespace

PostgresDatabase::PostgresDatabase(PostgresSettings settings, Mapping mapping)
    : settings_(with_timeout(std::move(settings))),
      mapping_(std::move(mapping)),
      queries_(mapping_),
      pool_([this] { return connect(); }, settings_.connections) {}

std::unique_ptr<PostgresConnection> PostgresDatabase::connect() const {
  auto made = std::make_unique<PostgresConnection>(settings_, queries_);
  const auto watch = watchdog_.watch(made->descriptor(), SteadyClock::now() + patience_for_setup);
  made->set_up(settings_.deadline, mapping_.time_zone);
  return made;
}

bool PostgresDatabase::still_answers(PostgresConnection& connection, Deadline until) const {
  if (SteadyClock::now() - connection.idle_since < settings_.test_after) return true;
  const auto watch =
      watchdog_.watch(connection.descriptor(), std::min(until, SteadyClock::now() + patience_for_test));
  try {
    connection.test();
    return !watch.bitten();
  } catch (const std::exception&) {
    return false;
  }
}

tl::expected<PostgresPool::Lease, DatabaseError> PostgresDatabase::take(Deadline until) const {
  auto lease = pool_.take(until);
  if (!lease || still_answers(lease->connection(), until)) return lease;
  lease->spoil();
  pool_.forget_idle();
  return pool_.take(until);
}

tl::expected<void, PostgresDatabase::Failure> PostgresDatabase::use_once(const Use& use,
                                                                         Deadline until) const {
  auto lease = take(until);
  if (!lease) return tl::unexpected(Failure{lease.error(), false});
  const auto failed = [&](CaseError kind, const std::string& why, bool broken) {
    if (broken) lease->spoil();
    return tl::unexpected(Failure{{kind, first_line(why)}, broken});
  };
  const auto watch = watchdog_.watch(lease->connection().descriptor(), until);
  try {
    use(lease->connection());
    return {};
  } catch (const pqxx::broken_connection& error) {
    if (!watch.bitten()) return failed(CaseError::unavailable, error.what(), true);
  } catch (const pqxx::sql_error& error) {
    if (!watch.bitten())
      return failed(error_of_sqlstate(sqlstate_of(error)), told(error), ends_connection(sqlstate_of(error)));
  } catch (const std::exception& error) {
    if (!watch.bitten()) return failed(CaseError::unavailable, error.what(), true);
  }
  lease->spoil();
  return tl::unexpected(Failure{{CaseError::timed_out, "the server did not answer in time"}, false});
}

tl::expected<void, DatabaseError> PostgresDatabase::use(const Use& use) const {
  const auto until = SteadyClock::now() + settings_.deadline;
  auto done = use_once(use, until);
  if (!done && done.error().repeat) {
    pool_.forget_idle();
    done = use_once(use, until);
  }
  if (!done) return tl::unexpected(done.error().error);
  return {};
}

tl::expected<void, DatabaseError> PostgresDatabase::read(const Work& work) const {
  return use([&](PostgresConnection& connection) { connection.read(work); });
}

tl::expected<std::vector<ColumnType>, DatabaseError> PostgresDatabase::columns(Purpose purpose) const {
  std::vector<ColumnType> out;
  const auto done = use([&](PostgresConnection& connection) { out = connection.columns(purpose); });
  if (!done) return tl::unexpected(done.error());
  return out;
}

tl::expected<bool, DatabaseError> PostgresDatabase::uses_index(Purpose purpose) const {
  bool out = false;
  const auto done = use([&](PostgresConnection& connection) { out = connection.uses_index(purpose); });
  if (!done) return tl::unexpected(done.error());
  return out;
}

tl::expected<Access, DatabaseError> PostgresDatabase::access() const {
  Access out;
  const auto done = use([&](PostgresConnection& connection) { out = connection.access(); });
  if (!done) return tl::unexpected(done.error());
  return out;
}

}  // namespace tulay::cases
