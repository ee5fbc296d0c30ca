#pragma once

#include <memory>

#include "adapters/cases/case_database.hpp"
#include "adapters/cli/config.hpp"
#include "bot/ports/case_directory.hpp"

namespace tulay::cli {

/// The database of the configuration, the made-up one of a demo, or none. Why it cannot be opened is a
/// problem.
[[nodiscard]] std::unique_ptr<cases::CaseDatabase> open_case_database(const CasesConfig& config,
                                                                      knowledge::Date today,
                                                                      knowledge::Problems& problems);

/// The same as a directory whose mapping fits. A server that cannot be reached now is a warning: the mapping
/// is then compared when it can be.
[[nodiscard]] std::unique_ptr<bot::CaseDirectory> open_cases(const CasesConfig& config, knowledge::Date today,
                                                             knowledge::Problems& problems);

}  // namespace tulay::cli
