#pragma once

#include <filesystem>
#include <functional>
#include <string>
#include <tl/expected.hpp>

#include "adapters/cases/import_rows.hpp"

namespace tulay::cases {

/// How many there were and are.
struct Replaced {
  std::int64_t cases_before = 0;
  std::size_t clients = 0;
  std::size_t cases = 0;
  std::size_t filings = 0;
};

/// Puts what was read in the place of all cases in the file, which is made if there is none: in one
/// transaction, whole or not at all, while a server may be reading. Appointments and documents stay with
/// cases that are still there. A telephone that differs from before is one changed today. Otherwise why not;
/// the file is then as it was.
[[nodiscard]] tl::expected<Replaced, std::string> replace_cases(
    const std::filesystem::path& file, const Import& import, knowledge::Date today,
    const std::function<void(std::size_t, std::size_t)>& progress);

}  // namespace tulay::cases
