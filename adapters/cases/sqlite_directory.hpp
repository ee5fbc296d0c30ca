#pragma once

#include <filesystem>
#include <memory>
#include <string>
#include <tl/expected.hpp>

#include "adapters/cases/case_queries.hpp"
#include "bot/ports/case_directory.hpp"

namespace tulay::cases {

/// The firm's cases in a SQLite file, opened read-only. A statement that takes longer than `deadline_ms` is
/// broken off. May be shared by threads, which take turns.
class SqliteDirectory final : public bot::CaseDirectory {
 public:
  /// Checks every query against the file; else one sentence that names the query and what is wrong.
  static tl::expected<std::unique_ptr<SqliteDirectory>, std::string> open(const std::filesystem::path& file,
                                                                          CaseQueries queries,
                                                                          int deadline_ms = 800);
  /// The twelve made-up cases of case_demo.sql in memory, their dates counted from `today`.
  static tl::expected<std::unique_ptr<SqliteDirectory>, std::string> demo(knowledge::Date today);
  ~SqliteDirectory() override;
  SqliteDirectory(const SqliteDirectory&) = delete;
  SqliteDirectory& operator=(const SqliteDirectory&) = delete;

  [[nodiscard]] tl::expected<std::vector<bot::ContactMatch>, bot::CaseError> contacts(
      const bot::CaseKey& key) const override;
  [[nodiscard]] tl::expected<std::vector<bot::Case>, bot::CaseError> cases(
      const bot::Verified& who, knowledge::Date today) const override;

 private:
  struct Connection;
  explicit SqliteDirectory(std::unique_ptr<Connection> connection);
  std::unique_ptr<Connection> connection_;
};

}  // namespace tulay::cases
