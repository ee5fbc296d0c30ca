#pragma once

#include <string>
#include <utility>
#include <vector>

#include "adapters/cli/config.hpp"

namespace tulay::cli {

using Environment = std::vector<std::pair<std::string, std::string>>;

/// The process's variables.
[[nodiscard]] Environment environment();

/// The settings among them; a TULAY_ variable that is no setting is a problem.
[[nodiscard]] GivenSettings read_environment(const Environment& environment, knowledge::Problems& problems);

}  // namespace tulay::cli
