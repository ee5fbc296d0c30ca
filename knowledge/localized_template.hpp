#pragma once

#include <string>

#include "knowledge/data_file.hpp"
#include "knowledge/template.hpp"

namespace tulay::knowledge {

/// Parses the three texts; a broken brace, or placeholders that differ between the languages, are problems at
/// `key` of `table` (the table itself when `key` is empty).
[[nodiscard]] Localized<Template> parse_localized(Table& table, std::string_view key,
                                                  const Localized<std::string>& texts);

}  // namespace tulay::knowledge
