#include "adapters/cases/sqlite_connection.hpp"

#include <sqlite3.h>
#include <sys/stat.h>

#include <algorithm>
#include <memory>

#include "adapters/cases/purposes.hpp"

namespace tulay::cases {
namespace {

constexpr int busy_ms = 200;
constexpr int most_rows = 20;
constexpr int steps_between_looks = 1000;  // of SQLite's machine, until the deadline is looked at

std::pair<std::uint64_t, std::uint64_t> identity_of(const std::filesystem::path& file) {
  struct stat status {};
  if (::stat(file.c_str(), &status) != 0) return {};
  return {status.st_dev, status.st_ino};
}

std::string lower(std::string text) {
  std::transform(text.begin(), text.end(), text.begin(),
                 [](char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c; });
  return text;
}

using Compiled = std::unique_ptr<sqlite3_stmt, decltype(&sqlite3_finalize)>;

/// The query alone, for what SQLite says about it.
Compiled compiled(SQLite::Database& database, const std::string& sql) {
  sqlite3_stmt* statement = nullptr;
  const int status = sqlite3_prepare_v2(database.getHandle(), sql.c_str(), -1, &statement, nullptr);
  Compiled out(statement, sqlite3_finalize);
  if (status != SQLITE_OK) throw SQLite::Exception(database.getHandle(), status);
  if (sqlite3_stmt_readonly(statement) == 0) throw SQLite::Exception("the query writes", SQLITE_READONLY);
  return out;
}

/// A query that is left in the middle holds a lock on the file.
class Resetting {
 public:
  explicit Resetting(SQLite::Statement& statement) : statement_(statement) {}
  ~Resetting() { statement_.tryReset(); }
  Resetting(const Resetting&) = delete;
  Resetting& operator=(const Resetting&) = delete;

 private:
  SQLite::Statement& statement_;
};

}  // namespace

SqliteConnection::SqliteConnection(const std::filesystem::path& file, const Mapping& mapping)
    : mapping_(mapping),
      file_(file),
      opened_(identity_of(file)),
      database_(file.string(), SQLite::OPEN_READONLY, busy_ms) {
  prepare();
}

SqliteConnection::SqliteConnection(const Mapping& mapping, const std::function<void(SQLite::Database&)>& fill)
    : mapping_(mapping), database_(":memory:", SQLite::OPEN_READWRITE | SQLite::OPEN_CREATE, busy_ms) {
  fill(database_);
  prepare();
}

void SqliteConnection::prepare() {
  database_.exec("PRAGMA trusted_schema = OFF");
  database_.exec("PRAGMA query_only = ON");
  sqlite3_progress_handler(database_.getHandle(), steps_between_looks, &SqliteConnection::too_late, this);
}

int SqliteConnection::too_late(void* self) {
  return std::chrono::steady_clock::now() > static_cast<SqliteConnection*>(self)->ends_ ? 1 : 0;
}

bool SqliteConnection::current() const { return file_.empty() || identity_of(file_) == opened_; }

SqliteConnection::Prepared& SqliteConnection::prepared(Purpose purpose) {
  auto& kept = prepared_[static_cast<std::size_t>(purpose)];
  if (!kept) {
    // Inside a SELECT no statement can write, and a second one is a fault. The line break ends a comment.
    const auto sql = "SELECT * FROM (" + plain(purpose) + "\n)" +
                     (purpose == Purpose::contact_ids ? "" : " LIMIT " + std::to_string(most_rows));
    static_cast<void>(compiled(database_, sql));
    kept.emplace(SQLite::Statement(database_, sql), parameters_in(sql, Dialect::sqlite));
  }
  return *kept;
}

std::string SqliteConnection::plain(Purpose purpose) const {
  return without_semicolon(mapping_.query(purpose).sql, Dialect::sqlite);
}

Rows SqliteConnection::rows(Purpose purpose, const Parameters& parameters) {
  Rows out;
  if (mapping_.query(purpose).sql.empty()) return out;
  auto& [query, names] = prepared(purpose);
  const Resetting guard(query);
  for (const auto& [name, value] : parameters) {
    if (std::find(names.begin(), names.end(), name) != names.end())
      query.bind(":" + std::string(name), value);
  }
  while (query.executeStep()) {
    const int count = query.getColumnCount();
    if (out.columns.empty()) {
      for (int i = 0; i < count; ++i) out.columns.push_back(lower(query.getColumnName(i)));
    }
    auto& values = out.values.emplace_back();
    for (int i = 0; i < count; ++i) {
      const auto column = query.getColumn(i);
      values.push_back(column.isNull() ? std::nullopt : std::optional(column.getString()));
    }
  }
  return out;
}

void SqliteConnection::read(const CaseDatabase::Work& work) {
  SQLite::Transaction transaction(database_);  // one state of the file for all queries; never committed
  work(*this);
}

std::vector<ColumnType> SqliteConnection::columns(Purpose purpose) {
  std::vector<ColumnType> out;
  static_cast<void>(prepared(purpose));
  const auto query = compiled(database_, plain(purpose));
  for (int i = 0; i < sqlite3_column_count(query.get()); ++i) {
    const auto* const type = sqlite3_column_decltype(query.get(), i);
    out.push_back({lower(sqlite3_column_name(query.get(), i)), type == nullptr ? "" : lower(type)});
  }
  return out;
}

bool SqliteConnection::uses_index(Purpose purpose) {
  SQLite::Statement plan(database_, "EXPLAIN QUERY PLAN " + plain(purpose));
  while (plan.executeStep()) {
    const auto step = plan.getColumn(3).getString();
    if (step.starts_with("SCAN ") && !step.starts_with("SCAN CONSTANT") && !step.starts_with("SCAN ("))
      return false;
  }
  return true;
}

Access SqliteConnection::access() { return {"the file " + file_.string(), true}; }

}  // namespace tulay::cases
