#pragma once

#include <catch2/catch.hpp>
#include <cstdlib>
#include <map>
#include <random>
#include <set>
#include <string>
#include <vector>

#include "bot/engine/identity.hpp"
#include "bot/ports/case_directory.hpp"

namespace tulay::contracts {

/// Whose the demo's cases are, but the one that is not shared.
inline const std::map<std::string, std::set<std::string>> owners{
    {"1", {"HP-2026-001"}}, {"2", {"RP-2026-014", "WP-2026-003"}},
    {"3", {"HP-2026-009"}}, {"4", {"RP-2026-020"}},
    {"5", {"RP-2026-022"}}, {"6", {"RP-2025-044"}},
    {"7", {"HP-2025-031"}}, {"8", {"HP-2026-017"}},
    {"9", {"HP-2024-090"}}, {"10", {"RP-2026-015"}}};

/// A contact's id as a session may hold it, or as somebody would like it to be read.
inline std::string some_contact(std::mt19937& chance) {
  static const std::vector<std::string> odd{
      "",     "0", "-1", "1 ", " 1", "01", "1.0", "1e0", "1 OR 1=1", "' OR '1'='1", "1;--", "1' UNION SELECT",
      "NULL", "%", "_",  "*"};
  const auto roll = chance() % 10;
  if (roll < 7) return std::to_string(chance() % 12);
  if (roll < 9) return odd[chance() % odd.size()];
  return std::to_string(chance());
}

/// How many rows of another's case, or parts of one, are shown in so many calls.
inline int strangers_shown(const bot::CaseDirectory& directory, knowledge::Date day, int calls) {
  std::mt19937 chance(20261124);  // NOLINT: the same calls in every run
  int shown = 0;
  for (int i = 0; i < calls; ++i) {
    const auto who = some_contact(chance);
    const auto cases = directory.cases(bot::Identity::vouched_for_by_staff(who), day);
    if (!cases) continue;
    // Databases may read "01" and "1.0" as 1; nobody but the firm's own tables ever makes such an id.
    const auto number = who.find_first_not_of("0123456789 .e");
    const auto owner = number == std::string::npos && !who.empty()
                           ? std::to_string(std::strtol(who.c_str(), nullptr, 10))
                           : "";
    const auto own = owners.find(owner);
    for (const auto& one : *cases) shown += own == owners.end() || !own->second.contains(one.number) ? 1 : 0;
  }
  return shown;
}

}  // namespace tulay::contracts
