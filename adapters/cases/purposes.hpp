#pragma once

#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "adapters/cases/mapping.hpp"

namespace tulay::cases {

enum class AliasKind : std::uint8_t { text, day, number };

/// A column that a query may give, by its fixed name.
struct Alias {
  std::string_view name;
  bool required = false;
  AliasKind kind = AliasKind::text;
  std::string_view values = {};  // the name of its words in [cases.values], if it has any
};

/// What a query must be like.
struct PurposeRules {
  std::string_view name;
  std::span<const std::string_view> parameters;
  std::span<const std::string_view> needed;  // parameters that it must use, each of them
  std::span<const Alias> aliases;
};

[[nodiscard]] const PurposeRules& rules_of(Purpose purpose);
[[nodiscard]] std::span<const Purpose> all_purposes();
[[nodiscard]] std::optional<Purpose> purpose_named(std::string_view name);
[[nodiscard]] std::vector<std::string> purpose_names();

/// Words that the bot knows for a column. Without any words, the knowledge decides which it can say.
struct Vocabulary {
  std::string_view name;
  std::span<const std::string_view> words;
};
[[nodiscard]] std::span<const Vocabulary> vocabularies();
[[nodiscard]] const Vocabulary* vocabulary(std::string_view name);

}  // namespace tulay::cases
