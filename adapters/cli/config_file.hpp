#pragma once

#include <filesystem>
#include <string_view>

#include "adapters/cli/config.hpp"

namespace tulay::cli {

/// The settings of a tulay.toml; unknown keys and wrong types are problems at their line.
[[nodiscard]] GivenSettings read_config_file(const std::filesystem::path& file,
                                             knowledge::Problems& problems);
[[nodiscard]] GivenSettings read_config_text(std::string_view text, std::string shown_as,
                                             knowledge::Problems& problems);

}  // namespace tulay::cli
