#pragma once

#include <array>
#include <chrono>
#include <cstdint>
#include <functional>
#include <map>
#include <string>
#include <utility>
#include <vector>

#include "adapters/cases/case_database.hpp"

namespace tulay::cases {

/// What all rows of a database are like under a mapping, for `tulay cases check`. No client data: case
/// numbers, column names, and the firm's own words for stages and the like.
struct Survey {
  struct OfPurpose {
    std::int64_t asked = 0;
    std::int64_t rows = 0;
    std::chrono::nanoseconds time{};
  };
  std::array<OfPurpose, purpose_count> of{};
  std::map<std::pair<std::string, std::string>, std::int64_t> unmapped;  // ("stage", their word)
  std::map<std::string, std::int64_t> left_out;                          // "cases: parole_ends"
  std::vector<std::string> examples;   // "A-2: parole_ends in cases", the first hundred
  std::vector<std::string> not_found;  // "A-2 is not found by its case number", the first hundred
};

/// Reads every case of every contact in cases.query.contact_ids, and looks each up again by its number and
/// receipts. `progress` hears how many contacts are done, of how many.
[[nodiscard]] tl::expected<Survey, DatabaseError> survey(
    const CaseDatabase& database, knowledge::Date today,
    const std::function<void(std::size_t, std::size_t)>& progress);

}  // namespace tulay::cases
