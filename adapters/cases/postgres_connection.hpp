#pragma once

#include <array>
#include <chrono>
#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "adapters/cases/case_database.hpp"

namespace pqxx {
class transaction_base;
}

namespace tulay::cases {

/// How to reach a PostgreSQL server. `connection` is libpq's connection string and may hold a password: never
/// logged.
struct PostgresSettings {
  std::string connection;
  std::chrono::milliseconds deadline{800};  // of a call, hard
  int connections = 4;
  bool prepare = true;                  // false behind a PgBouncer that hands out connections by transaction
  std::chrono::seconds test_after{30};  // an idle connection is tried before it is used
};

/// The mapping's queries as PostgreSQL takes them: numbered parameters, a limit of rows.
struct PostgresQueries {
  explicit PostgresQueries(const Mapping& mapping);
  std::array<Numbered, purpose_count> plain;
  std::array<Numbered, purpose_count> limited;  // for twenty rows
};

/// One connection, read-only. Throws what libpqxx throws; after an exception that ends_connection names, or
/// broken_connection, it is of no more use. For one thread at a time.
class PostgresConnection {
 public:
  PostgresConnection(const PostgresSettings& settings, const PostgresQueries& queries);
  ~PostgresConnection();
  PostgresConnection(const PostgresConnection&) = delete;
  PostgresConnection& operator=(const PostgresConnection&) = delete;

  /// What a session needs before it reads: limits, forms of dates, the firm's time zone.
  void set_up(std::chrono::milliseconds deadline, const std::string& time_zone);
  [[nodiscard]] int descriptor() const;
  void read(const CaseDatabase::Work& work);
  /// Does the server answer?
  void test();
  [[nodiscard]] std::vector<ColumnType> columns(Purpose purpose);
  [[nodiscard]] bool uses_index(Purpose purpose);
  [[nodiscard]] Access access();

  std::chrono::steady_clock::time_point idle_since;

 private:
  struct Link;  // hides libpqxx
  class Within;
  const PostgresQueries& queries_;
  bool prepare_;
  std::unique_ptr<Link> link_;
};

}  // namespace tulay::cases
