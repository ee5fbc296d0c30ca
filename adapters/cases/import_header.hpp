#pragma once

#include <map>
#include <optional>
#include <string>
#include <vector>

#include "adapters/cases/csv_text.hpp"
#include "knowledge/problem.hpp"

namespace tulay::cases {

/// The headers of a firm's spreadsheet by our names for the columns; a column that is not named here has our
/// name for its header.
using ImportHeaders = std::map<std::string, std::string, std::less<>>;

/// Our names for the columns that a spreadsheet may have.
[[nodiscard]] std::vector<std::string> import_columns();

/// Our name for each column of the spreadsheet, empty for what we do not read; nothing when one that is
/// needed is missing.
[[nodiscard]] std::optional<std::vector<std::string>> read_import_header(const CsvRecord& header,
                                                                         const ImportHeaders& headers,
                                                                         const std::string& shown_as,
                                                                         knowledge::Problems& problems);

}  // namespace tulay::cases
