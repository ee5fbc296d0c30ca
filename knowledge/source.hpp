#pragma once

#include <optional>
#include <string>
#include <vector>

#include "knowledge/data_file.hpp"

namespace tulay::knowledge {

/// Where a statement is written, and when it was last seen there.
struct Source {
  std::string id;
  Localized<std::string> title;
  std::string url;  // empty when there is none
  std::optional<Date> as_of;
  SourceLine at;
};

[[nodiscard]] std::vector<Source> read_sources(Table& file);

}  // namespace tulay::knowledge
