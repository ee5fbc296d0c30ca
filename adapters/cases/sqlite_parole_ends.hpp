#pragma once

#include <filesystem>
#include <memory>
#include <string>
#include <tl/expected.hpp>

#include "bot/ports/parole_ends.hpp"

namespace SQLite {  // NOLINT(readability-identifier-naming): the library's own name
class Database;
}

namespace tulay::cases {

/// Paroles that end, from the schema of case_demo.sql in an SQLite file, opened read-only. Not for sharing by
/// threads.
class SqliteParoleEnds final : public bot::ParoleEnds {
 public:
  /// Why it cannot be read, as one sentence.
  static tl::expected<std::unique_ptr<SqliteParoleEnds>, std::string> open(const std::filesystem::path& file);
  /// The made-up cases, their dates counted from `today`.
  static tl::expected<std::unique_ptr<SqliteParoleEnds>, std::string> demo(knowledge::Date today);
  ~SqliteParoleEnds() override;
  SqliteParoleEnds(const SqliteParoleEnds&) = delete;
  SqliteParoleEnds& operator=(const SqliteParoleEnds&) = delete;

  [[nodiscard]] tl::expected<std::vector<bot::EndingParole>, bot::CaseError> ending(
      knowledge::Date first, knowledge::Date last) const override;

 private:
  explicit SqliteParoleEnds(std::unique_ptr<SQLite::Database> database);
  std::unique_ptr<SQLite::Database> database_;
};

}  // namespace tulay::cases
