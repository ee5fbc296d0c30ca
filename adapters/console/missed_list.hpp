#pragma once

#include <functional>
#include <iosfwd>
#include <string>
#include <vector>

#include "bot/ports/records.hpp"

namespace tulay::console {

/// Missed questions that are alike, the most frequent first.
[[nodiscard]] std::vector<std::vector<bot::MissedQuestion>> grouped(std::vector<bot::MissedQuestion> missed);

/// The group that holds a question; empty when none does.
[[nodiscard]] std::vector<bot::MissedQuestion> group_with(std::int64_t id,
                                                          std::vector<bot::MissedQuestion> missed);

/// `nearest` gives the intents that a text is nearest to.
void print(const std::vector<std::vector<bot::MissedQuestion>>& groups,
           const std::function<std::vector<std::string>(const std::string& text)>& nearest,
           std::ostream& out);

}  // namespace tulay::console
