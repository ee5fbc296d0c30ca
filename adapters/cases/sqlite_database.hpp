#pragma once

#include <chrono>
#include <condition_variable>
#include <filesystem>
#include <memory>
#include <mutex>
#include <vector>

#include "adapters/cases/case_database.hpp"
#include "knowledge/calendar.hpp"

namespace tulay::cases {

class SqliteConnection;

struct SqliteSettings {
  std::filesystem::path file;
  std::chrono::milliseconds deadline{800};  // of a call, hard
  int connections = 4;
};

/// The firm's cases in a SQLite file, opened read-only by a few connections. May be shared by threads.
class SqliteDatabase final : public CaseDatabase {
 public:
  static tl::expected<std::unique_ptr<SqliteDatabase>, DatabaseError> open(SqliteSettings settings,
                                                                           Mapping mapping);
  /// The twelve made-up cases of case_demo.sql in memory, their dates counted from `today`.
  static tl::expected<std::unique_ptr<SqliteDatabase>, DatabaseError> demo(knowledge::Date today);
  ~SqliteDatabase() override;
  SqliteDatabase(const SqliteDatabase&) = delete;
  SqliteDatabase& operator=(const SqliteDatabase&) = delete;

  [[nodiscard]] tl::expected<void, DatabaseError> read(const Work& work) const override;
  [[nodiscard]] const Mapping& mapping() const override { return mapping_; }
  [[nodiscard]] Dialect dialect() const override { return Dialect::sqlite; }
  [[nodiscard]] tl::expected<std::vector<ColumnType>, DatabaseError> columns(Purpose purpose) const override;
  [[nodiscard]] tl::expected<bool, DatabaseError> uses_index(Purpose purpose) const override;
  [[nodiscard]] tl::expected<Access, DatabaseError> access() const override;

 private:
  struct Lease;
  SqliteDatabase(SqliteSettings settings, Mapping mapping);
  template <class Task>
  auto with_connection(Task task) const
      -> tl::expected<decltype(task(std::declval<SqliteConnection&>())), DatabaseError>;
  [[nodiscard]] std::unique_ptr<SqliteConnection> take(std::chrono::steady_clock::time_point until) const;

  SqliteSettings settings_;
  Mapping mapping_;
  mutable std::mutex mutex_;
  mutable std::condition_variable given_back_;
  mutable std::vector<std::unique_ptr<SqliteConnection>> idle_;
};

}  // namespace tulay::cases
