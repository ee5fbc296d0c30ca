#pragma once

#include <filesystem>

namespace tulay::cli {

/// ../share/tulay beside the program when it is installed, else the source tree it was built from.
[[nodiscard]] std::filesystem::path default_data_dir();

}  // namespace tulay::cli
