#pragma once

#include <SQLiteCpp/SQLiteCpp.h>

#include <array>
#include <chrono>
#include <filesystem>
#include <optional>
#include <string>
#include <vector>

#include "adapters/cases/case_database.hpp"

namespace tulay::cases {

/// One read-only connection to a SQLite file, with its statements kept prepared. SQLite has no time limit for
/// statements; what runs past `ends` is broken off. For one thread at a time.
class SqliteConnection final : public Reading {
 public:
  /// What SQLite cannot do is thrown.
  SqliteConnection(const std::filesystem::path& file, const Mapping& mapping);
  /// A database in memory that `fill` may still write.
  SqliteConnection(const Mapping& mapping, const std::function<void(SQLite::Database&)>& fill);

  void limit(std::chrono::steady_clock::time_point ends) { ends_ = ends; }
  Rows rows(Purpose purpose, const Parameters& parameters) override;
  void read(const CaseDatabase::Work& work);
  [[nodiscard]] std::vector<ColumnType> columns(Purpose purpose);
  [[nodiscard]] bool uses_index(Purpose purpose);
  [[nodiscard]] Access access();
  /// Does the file's name still stand for the file that was opened? A nightly copy may have taken its place.
  [[nodiscard]] bool current() const;

 private:
  static int too_late(void* self);
  void prepare();
  struct Prepared {
    Prepared(SQLite::Statement made, std::vector<std::string> named)
        : statement(std::move(made)), parameters(std::move(named)) {}
    SQLite::Statement statement;
    std::vector<std::string> parameters;
  };
  [[nodiscard]] Prepared& prepared(Purpose purpose);
  [[nodiscard]] std::string plain(Purpose purpose) const;

  const Mapping& mapping_;
  std::filesystem::path file_;  // empty: in memory
  std::pair<std::uint64_t, std::uint64_t> opened_{};
  std::chrono::steady_clock::time_point ends_ = std::chrono::steady_clock::time_point::max();
  SQLite::Database database_;
  std::array<std::optional<Prepared>, purpose_count> prepared_;
};

}  // namespace tulay::cases
