#include "adapters/cases/sqlite_directory.hpp"

#include <SQLiteCpp/SQLiteCpp.h>
#include <sqlite3.h>

#include <array>
#include <chrono>
#include <mutex>
#include <utility>

#include "adapters/cases/row_reader.hpp"
#include "embedded_cases.hpp"

namespace tulay::cases {
namespace {

using bot::CaseError;

constexpr int most_rows = 20;
constexpr int steps_between_looks = 1000;  // of SQLite's machine, until the deadline is looked at
constexpr int demo_reach = 800;            // days before and after today that case_demo.sql asks for
constexpr std::size_t phone_digits = 10;   // national

using Parameters = std::vector<std::pair<const char*, std::string>>;

Parameters parameters_of(const bot::CaseKey& key) {
  switch (key.kind) {
    case bot::CaseKeyKind::receipt_number:
      return {{":receipt", key.value}};
    case bot::CaseKeyKind::case_number:
      return {{":case_number", key.value}};
    case bot::CaseKeyKind::phone:
      break;
  }
  const auto digits =
      key.value.size() > phone_digits ? key.value.substr(key.value.size() - phone_digits) : key.value;
  return {{":phone_e164", key.value}, {":phone_digits", digits}};
}

const std::string& query_of(const CaseQueries& queries, bot::CaseKeyKind kind) {
  return kind == bot::CaseKeyKind::receipt_number ? queries.contact_by_receipt
         : kind == bot::CaseKeyKind::case_number  ? queries.contact_by_case
                                                  : queries.contact_by_phone;
}

CaseError error_of(const SQLite::Exception& exception) {
  switch (exception.getErrorCode()) {
    case SQLITE_INTERRUPT:
      return CaseError::timed_out;
    case SQLITE_ERROR:
      return CaseError::misconfigured;
    case SQLITE_PERM:
    case SQLITE_AUTH:
    case SQLITE_READONLY:
      return CaseError::refused;
    default:
      return CaseError::unavailable;
  }
}

void fill_days(SQLite::Database& database, knowledge::Date today) {
  database.exec("CREATE TABLE demo_day (n INTEGER PRIMARY KEY, d TEXT)");
  SQLite::Transaction transaction(database);
  SQLite::Statement insert(database, "INSERT INTO demo_day VALUES (?, ?)");
  for (int n = -demo_reach; n <= demo_reach; ++n) {
    insert.bind(1, n);
    insert.bind(2, knowledge::iso(knowledge::plus_days(today, n)));
    insert.exec();
    insert.reset();
  }
  transaction.commit();
}

}  // namespace

struct SqliteDirectory::Connection {
  Connection(const std::string& file, int flags, CaseQueries asked, int deadline)
      : queries(std::move(asked)), deadline_ms(deadline), database(file, flags, busy_ms) {
    database.exec("PRAGMA trusted_schema = OFF");
    sqlite3_progress_handler(database.getHandle(), steps_between_looks, &Connection::too_late, this);
  }

  static int too_late(void* self) {
    return std::chrono::steady_clock::now() > static_cast<Connection*>(self)->ends ? 1 : 0;
  }

  /// The rows of `query`, each made a value by `make`; rows that are none are left out.
  template <class Make>
  auto rows(const std::string& query, const Parameters& parameters, Make make) {
    std::vector<typename decltype(make(Column()))::value_type> out;
    if (query.empty()) return out;
    SQLite::Statement statement(database, "SELECT * FROM (" + query + ") LIMIT " + std::to_string(most_rows));
    for (const auto& [name, value] : parameters) {
      if (query.find(name) != std::string::npos) statement.bind(name, value);
    }
    while (statement.executeStep()) {
      auto made = make([&](std::string_view name) -> std::optional<std::string> {
        for (int i = 0; i < statement.getColumnCount(); ++i) {
          if (name != statement.getColumnName(i)) continue;
          const auto column = statement.getColumn(i);
          return column.isNull() ? std::nullopt : std::optional(column.getString());
        }
        return std::nullopt;
      });
      if (made) out.push_back(std::move(*made));
    }
    return out;
  }

  template <class Work>
  auto in_time(Work work) -> tl::expected<decltype(work()), CaseError> {
    const std::lock_guard guard(mutex);
    ends = std::chrono::steady_clock::now() + std::chrono::milliseconds(deadline_ms);
    try {
      return work();
    } catch (const SQLite::Exception& exception) {
      return tl::unexpected(error_of(exception));
    }
  }

  static constexpr int busy_ms = 200;
  CaseQueries queries;
  int deadline_ms;
  std::mutex mutex;
  std::chrono::steady_clock::time_point ends = std::chrono::steady_clock::time_point::max();
  SQLite::Database database;
};

tl::expected<std::unique_ptr<SqliteDirectory>, std::string> SqliteDirectory::open(
    const std::filesystem::path& file, CaseQueries queries, int deadline_ms) {
  try {
    auto connection =
        std::make_unique<Connection>(file.string(), SQLite::OPEN_READONLY, std::move(queries), deadline_ms);
    connection->database.exec("PRAGMA query_only = ON");
    const auto& q = connection->queries;
    const std::array<std::pair<const char*, const std::string*>, 7> all{
        {{"contact_by_receipt", &q.contact_by_receipt},
         {"contact_by_case", &q.contact_by_case},
         {"contact_by_phone", &q.contact_by_phone},
         {"cases", &q.cases},
         {"filings", &q.filings},
         {"appointments", &q.appointments},
         {"documents", &q.documents}}};
    for (const auto& [name, query] : all) {
      if (query->empty()) continue;
      try {
        // Inside a SELECT no statement can write, and a second one is a fault.
        const SQLite::Statement statement(connection->database, "SELECT * FROM (" + *query + ")");
      } catch (const SQLite::Exception& exception) {
        return tl::unexpected("cases.query." + std::string(name) + ": " + exception.what());
      }
    }
    return std::unique_ptr<SqliteDirectory>(new SqliteDirectory(std::move(connection)));
  } catch (const SQLite::Exception& exception) {
    return tl::unexpected("cannot open the firm's cases in " + file.string() + ": " + exception.what());
  }
}

tl::expected<std::unique_ptr<SqliteDirectory>, std::string> SqliteDirectory::demo(knowledge::Date today) {
  try {
    constexpr int forever_ms = 800;
    auto connection = std::make_unique<Connection>(":memory:", SQLite::OPEN_READWRITE | SQLite::OPEN_CREATE,
                                                   default_queries(), forever_ms);
    fill_days(connection->database, today);
    connection->database.exec(std::string(case_demo_sql));
    connection->database.exec("DROP TABLE demo_day");
    connection->database.exec("PRAGMA query_only = ON");
    return std::unique_ptr<SqliteDirectory>(new SqliteDirectory(std::move(connection)));
  } catch (const SQLite::Exception& exception) {
    return tl::unexpected(std::string("the demo cases do not load: ") + exception.what());
  }
}

SqliteDirectory::SqliteDirectory(std::unique_ptr<Connection> connection)
    : connection_(std::move(connection)) {}
SqliteDirectory::~SqliteDirectory() = default;

tl::expected<std::vector<bot::ContactMatch>, CaseError> SqliteDirectory::contacts(
    const bot::CaseKey& key) const {
  return connection_->in_time([&] {
    return connection_->rows(query_of(connection_->queries, key.kind), parameters_of(key), contact_of);
  });
}

tl::expected<std::vector<bot::Case>, CaseError> SqliteDirectory::cases(const bot::Verified& who,
                                                                       knowledge::Date today) const {
  return connection_->in_time([&] {
    const auto& queries = connection_->queries;
    auto found = connection_->rows(queries.cases, {{":contact_id", who.contact_id()}},
                                   [&](const Column& column) { return case_of(column, queries); });
    for (auto& one : found) {
      const Parameters of_case{
          {":contact_id", who.contact_id()}, {":number", one.number}, {":today", knowledge::iso(today)}};
      one.filings = connection_->rows(queries.filings, of_case, filing_of);
      one.appointments = connection_->rows(queries.appointments, of_case, appointment_of);
      one.documents = connection_->rows(queries.documents, of_case, document_of);
    }
    return found;
  });
}

}  // namespace tulay::cases
