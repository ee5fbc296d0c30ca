#pragma once

#include <optional>
#include <string_view>

namespace tulay::intents {

/// 1 to 12 for a folded month name of the three languages, short, long or misspelt in a usual way.
[[nodiscard]] std::optional<unsigned> month_named(std::string_view word);

/// Month names that are everyday words too: "may" (English can, Tagalog has), "mar" (sea), "ago", "set".
[[nodiscard]] bool is_everyday_word(std::string_view month_name);

/// What is counted, so that "3/10 year bar" and "march 5 people" are no days.
[[nodiscard]] bool is_unit(std::string_view word);

/// Between day and month: "5 de octubre", "a-5 ng Disyembre".
[[nodiscard]] bool is_link(std::string_view word);

/// Before "may 5" these make a date of it, whatever else "may" could mean.
[[nodiscard]] bool announces_a_date(std::string_view word);

/// 1 to 31: "5", "5th", "1ro", "a5", "ika5".
[[nodiscard]] std::optional<unsigned> day_number(std::string_view word);

/// Of four digits.
[[nodiscard]] std::optional<int> year_number(std::string_view word);

/// Of two digits too: 85 was, 27 will be.
[[nodiscard]] std::optional<int> short_or_long_year(std::string_view word);

}  // namespace tulay::intents
