#pragma once

#include <optional>
#include <span>
#include <string>
#include <unordered_map>

#include "intents/fold.hpp"
#include "knowledge/data_file.hpp"
#include "knowledge/language.hpp"

namespace tulay::intents {

/// Tells which of the three languages some words are in, by weighed marker words (question words and other
/// small words weigh most: mixed messages follow the language of the question words). Immutable once read.
class LanguageMarkers {
 public:
  /// Reads intents/language/<tag>.toml: `strong = ['kailan', …]` (weight 3), `weak = […]` (weight 1),
  /// `question = […]` (weight 6: mixed messages follow their question words).
  /// A word may stand in several languages.
  void read(knowledge::Table& file, knowledge::Language language);

  /// The clear winner; nothing when no marker stands in the words or two languages are level.
  [[nodiscard]] std::optional<knowledge::Language> language_of(std::span<const Word> words) const;

 private:
  std::unordered_map<std::string, knowledge::Localized<double>> weights_;
};

}  // namespace tulay::intents
