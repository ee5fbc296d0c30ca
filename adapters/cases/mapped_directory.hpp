#pragma once

#include <atomic>
#include <memory>

#include "adapters/cases/case_database.hpp"
#include "bot/ports/case_directory.hpp"

namespace tulay::cases {

/// The firm's cases in a database, read by a mapping. May be shared by threads as far as the database may.
class MappedDirectory final : public bot::CaseDirectory {
 public:
  /// `fits`: the mapping was compared with the database. Otherwise that is done before the first row is read.
  MappedDirectory(std::unique_ptr<CaseDatabase> database, bool fits)
      : database_(std::move(database)), fits_(fits) {}

  [[nodiscard]] tl::expected<std::vector<bot::ContactMatch>, bot::CaseError> contacts(
      const bot::CaseKey& key) const override;
  [[nodiscard]] tl::expected<std::vector<bot::Case>, bot::CaseError> cases(
      const bot::Verified& who, knowledge::Date today) const override;

 private:
  [[nodiscard]] tl::expected<void, bot::CaseError> read(const CaseDatabase::Work& work) const;

  std::unique_ptr<CaseDatabase> database_;
  mutable std::atomic<bool> fits_;
};

}  // namespace tulay::cases
