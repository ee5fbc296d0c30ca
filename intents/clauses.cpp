#include "intents/clauses.hpp"

#include <algorithm>
#include <array>
#include <string_view>

#include "intents/catalog_parts.hpp"
#include "intents/decide.hpp"
#include "intents/weigh.hpp"

namespace tulay::intents {
namespace {

constexpr std::size_t most_pieces = 10;  // past that it is a story, read as a whole

// A greeting or thanks around a question is no question of its own.
constexpr std::array<std::string_view, 4> courtesies{"greeting", "thanks", "goodbye", "repeat_rephrase"};

std::vector<std::size_t> cuts(const Catalog::Parts& parts, const Reading& whole) {
  std::vector<std::size_t> at;
  for (std::size_t i = 0; i + 1 < whole.words.size(); ++i) {
    if (whole.words[i].word.after == Break::strong) at.push_back(i + 1);
  }
  if (parts.connective >= 0) {
    for (const auto& hit : whole.of(parts.connective)) {
      if (hit.begin > 0) at.push_back(static_cast<std::size_t>(hit.begin));
    }
  }
  std::sort(at.begin(), at.end());
  at.erase(std::unique(at.begin(), at.end()), at.end());
  return at;
}

bool is_courtesy(std::string_view intent) {
  return std::find(courtesies.begin(), courtesies.end(), intent) != courtesies.end();
}

Part part_of(const Catalog::Parts& parts, const Thresholds& thresholds, std::vector<ReadWord> words,
             std::span<const Slot> slots, int last_intent) {
  Part part;
  part.reading = read(parts, std::move(words), slots);
  part.candidates = weigh(parts, part.reading, last_intent);
  part.decision = decide(thresholds, part.candidates);
  return part;
}

// A plain statement asks nothing, but what is urgent needs no question mark.
bool stands(const Catalog::Parts& parts, const Part& part) {
  if (part.decision != Decision::answer) return false;
  const auto& intent = part.candidates.front().intent;
  const auto index = static_cast<std::size_t>(parts.intent_index(intent));
  return parts.intents[index].urgency > 0 || (part.reading.asks_anywhere() && !is_courtesy(intent));
}

}  // namespace

std::vector<Part> questions_in(const Catalog::Parts& parts, const Thresholds& thresholds,
                               const Reading& whole, std::span<const Slot> slots, int last_intent) {
  const auto at = cuts(parts, whole);
  if (at.empty() || at.size() > most_pieces) return {};
  std::vector<Part> questions;
  std::size_t begin = 0;
  for (std::size_t i = 0; i <= at.size(); ++i) {
    const std::size_t end = i < at.size() ? at[i] : whole.words.size();
    const auto first = whole.words.begin() + static_cast<std::ptrdiff_t>(begin);
    auto part = part_of(parts, thresholds, {first, whole.words.begin() + static_cast<std::ptrdiff_t>(end)},
                        slots, last_intent);
    begin = end;
    if (!stands(parts, part)) continue;
    last_intent = parts.intent_index(part.candidates.front().intent);
    if (!questions.empty() && questions.back().candidates.front().intent == part.candidates.front().intent)
      continue;
    questions.push_back(std::move(part));
  }
  return questions;
}

}  // namespace tulay::intents
