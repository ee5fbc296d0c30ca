#include "intents/clause_language.hpp"

#include <algorithm>

namespace tulay::intents {
namespace {

constexpr double question_weight = 6;
constexpr double strong_weight = 3;
constexpr double weak_weight = 1;

}  // namespace

void LanguageMarkers::read(knowledge::Table& file, knowledge::Language language) {
  const auto add = [&](std::string_view key, double weight) {
    for (const auto& marker : file.texts(key)) {
      const auto words = words_of(fold(marker.text));
      if (words.size() != 1) {
        file.problem(key, "'" + marker.text + "' is not one word");
        continue;
      }
      auto& known = weights_[words.front().text][language];
      known = std::max(known, weight);
    }
  };
  add("question", question_weight);
  add("strong", strong_weight);
  add("weak", weak_weight);
  file.refuse_unknown_keys();
}

std::optional<knowledge::Language> LanguageMarkers::language_of(std::span<const Word> words) const {
  knowledge::Localized<double> sums;
  for (const auto& word : words) {
    const auto found = weights_.find(word.text);
    if (found == weights_.end()) continue;
    for (const auto language : knowledge::all_languages) sums[language] += found->second[language];
  }
  std::optional<knowledge::Language> best;
  double most = 0;
  for (const auto language : knowledge::all_languages) {
    if (sums[language] > most) {
      most = sums[language];
      best = language;
    } else if (sums[language] == most) {
      best.reset();
    }
  }
  return best;
}

}  // namespace tulay::intents
