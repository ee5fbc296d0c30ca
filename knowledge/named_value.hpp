#pragma once

#include <algorithm>
#include <array>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "knowledge/data_file.hpp"
#include "knowledge/topic.hpp"

namespace tulay::knowledge {

/// The words by which a data file names the values of an enumeration.
template <class T, std::size_t N>
using Names = std::array<std::pair<std::string_view, T>, N>;

inline constexpr Names<HandoffLevel, 5> handoff_levels{{{"none", HandoffLevel::none},
                                                        {"normal", HandoffLevel::normal},
                                                        {"same_day", HandoffLevel::same_day},
                                                        {"now", HandoffLevel::now},
                                                        {"emergency", HandoffLevel::emergency}}};

/// The value named at `key`; another word there is a problem.
template <class T, std::size_t N>
T named(Table& file, std::string_view key, const Names<T, N>& names, T otherwise) {
  const auto value = file.text(key);
  if (!value) return otherwise;
  const auto* const found =
      std::find_if(names.begin(), names.end(), [&](const auto& n) { return n.first == *value; });
  if (found != names.end()) return found->second;
  std::string allowed;
  for (const auto& [name, one] : names) allowed += (allowed.empty() ? "" : ", ") + std::string(name);
  file.problem(key, "unknown " + std::string(key) + " '" + *value + "'", "use one of " + allowed);
  return otherwise;
}

[[nodiscard]] std::vector<std::string> plain(std::vector<PlacedText> texts);

/// Three texts that stand on a button: a longer one is a problem.
[[nodiscard]] Localized<std::string> short_labels(Table& file, std::string_view key);

}  // namespace tulay::knowledge
