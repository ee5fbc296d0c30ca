#pragma once

#include <filesystem>
#include <string_view>

#include "knowledge/data_file.hpp"

namespace tulay::intents {

/// Uses each data file below a folder of `root`, in the order of their names, as (table, path); a file that
/// cannot be read is a problem and left out.
template <class Use>
void each_file(const std::filesystem::path& root, std::string_view folder, knowledge::Problems& problems,
               Use use) {
  for (const auto& path : knowledge::data_files_below(root / folder)) {
    const auto shown = (std::filesystem::path("intents") / std::filesystem::relative(path, root)).string();
    if (auto file = knowledge::read_data_file(path, shown, problems)) use(*file, path);
  }
}

}  // namespace tulay::intents
