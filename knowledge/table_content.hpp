#pragma once

#include <toml++/toml.h>
#include <memory>
#include <set>
#include <string>

#include "knowledge/data_file.hpp"

namespace tulay::knowledge {

/// What a Table reads from. Only for data_file.cpp and read_data.cpp: everybody else stays free of toml++.
struct Table::Content {
  std::shared_ptr<toml::table> root;  // keeps `table` alive
  const toml::table* table = nullptr;
  std::string file;
  Problems* problems = nullptr;
  std::set<std::string, std::less<>> known;
};

[[nodiscard]] inline SourceLine place(const std::string& file, const toml::source_region& region) {
  return {file, static_cast<int>(region.begin.line), static_cast<int>(region.begin.column)};
}

}  // namespace tulay::knowledge
