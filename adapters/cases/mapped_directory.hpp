#pragma once

#include <memory>

#include "adapters/cases/case_database.hpp"
#include "bot/ports/case_directory.hpp"

namespace tulay::cases {

/// The firm's cases in a database, read by a mapping. May be shared by threads as far as the database may.
class MappedDirectory final : public bot::CaseDirectory {
 public:
  explicit MappedDirectory(std::unique_ptr<CaseDatabase> database) : database_(std::move(database)) {}

  [[nodiscard]] tl::expected<std::vector<bot::ContactMatch>, bot::CaseError> contacts(
      const bot::CaseKey& key) const override;
  [[nodiscard]] tl::expected<std::vector<bot::Case>, bot::CaseError> cases(
      const bot::Verified& who, knowledge::Date today) const override;

 private:
  std::unique_ptr<CaseDatabase> database_;
};

}  // namespace tulay::cases
