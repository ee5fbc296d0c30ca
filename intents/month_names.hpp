#pragma once

#include <optional>
#include <string_view>

namespace tulay::intents {

/// 1 to 12 for a folded month name of the three languages, short, long or misspelt in a usual way.
[[nodiscard]] std::optional<unsigned> month_named(std::string_view word);

/// Month names that are everyday words too: "may" (English can, Tagalog has), "mar" (sea), "ago", "set".
[[nodiscard]] bool is_everyday_word(std::string_view month_name);

}  // namespace tulay::intents
