#pragma once

#include <algorithm>
#include <array>
#include <string_view>

namespace tulay::intents {

// What folded text is made of. Folding leaves only ASCII, so the locale has no say.

[[nodiscard]] constexpr bool is_digit(char c) { return c >= '0' && c <= '9'; }
[[nodiscard]] constexpr bool is_letter(char c) { return c >= 'a' && c <= 'z'; }

template <std::size_t count>
[[nodiscard]] constexpr bool is_one_of(std::string_view word,
                                       const std::array<std::string_view, count>& words) {
  return std::find(words.begin(), words.end(), word) != words.end();
}

}  // namespace tulay::intents
