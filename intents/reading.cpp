#include "intents/reading.hpp"

#include <algorithm>
#include <tuple>

#include "intents/catalog_parts.hpp"

namespace tulay::intents {
namespace {

bool has_meaning(const Word& word, const ConceptMatcher& concepts) {
  return word.text.size() > 1 && !word.number && !concepts.is_filler(word.text);
}

void mark_sentences(Reading& reading) {
  int sentence = 0;
  for (const auto& [word, mended] : reading.words) {
    reading.sentence.push_back(sentence);
    if (word.after == Break::strong) ++sentence;
  }
  reading.asks.assign(static_cast<std::size_t>(sentence) + 1, false);
  for (std::size_t i = 0; i < reading.words.size(); ++i) {
    if (reading.words[i].word.question) reading.asks[static_cast<std::size_t>(reading.sentence[i])] = true;
  }
}

// The words that a value covers, as a hit of each concept that holds values of its kind.
void add_values(const Catalog::Parts& parts, std::span<const Slot> slots, Reading& reading) {
  bool added = false;
  for (const auto& slot : slots) {
    for (const auto& [kind, concept_index] : parts.held) {
      if (kind != slot.kind) continue;
      const auto inside = [&](const ReadWord& one) {
        return one.word.span.begin < slot.span.end && slot.span.begin < one.word.span.end;
      };
      const auto first = std::find_if(reading.words.begin(), reading.words.end(), inside);
      const auto last = std::find_if_not(first, reading.words.end(), inside);
      if (first == last) continue;
      reading.hits.push_back({concept_index, static_cast<int>(first - reading.words.begin()),
                              static_cast<int>(last - reading.words.begin())});
      added = true;
    }
  }
  if (!added) return;
  std::sort(reading.hits.begin(), reading.hits.end(), [](const Hit& a, const Hit& b) {
    return std::tie(a.concept_index, a.begin, a.end) < std::tie(b.concept_index, b.begin, b.end);
  });
}

}  // namespace

std::span<const Hit> Reading::of(int concept_index) const {
  const auto less = [](const Hit& hit, int index) { return hit.concept_index < index; };
  const auto begin = std::lower_bound(hits.begin(), hits.end(), concept_index, less);
  auto end = begin;
  while (end != hits.end() && end->concept_index == concept_index) ++end;
  return {begin, end};
}

Span Reading::original(int begin, int end) const {
  return {words[static_cast<std::size_t>(begin)].word.span.begin,
          words[static_cast<std::size_t>(end - 1)].word.span.end};
}

bool Reading::asks_anywhere() const { return std::find(asks.begin(), asks.end(), true) != asks.end(); }

Reading read(const Catalog::Parts& parts, std::vector<ReadWord> words, std::span<const Slot> slots) {
  Reading reading;
  reading.words = std::move(words);
  std::vector<Word> plain;
  plain.reserve(reading.words.size());
  for (const auto& one : reading.words) plain.push_back(one.word);
  reading.line = line_of(plain);
  reading.hits = parts.concepts->hits(plain);
  add_values(parts, slots, reading);
  mark_sentences(reading);

  bool core = false;
  std::vector<bool> explained(reading.words.size(), false);
  for (const auto& hit : reading.hits) {
    std::fill(explained.begin() + hit.begin, explained.begin() + hit.end, true);
    const auto& found = parts.concepts->concept_at(hit.concept_index);
    reading.anchored = reading.anchored || found.anchor;
    reading.foreign = reading.foreign || found.foreign;
    core = core || found.core;
    if (hit.concept_index == parts.asking) {
      reading.asks[static_cast<std::size_t>(reading.sentence[static_cast<std::size_t>(hit.begin)])] = true;
    }
  }
  reading.foreign = reading.foreign && !core;
  for (std::size_t i = 0; i < reading.words.size(); ++i) {
    if (!explained[i] && has_meaning(reading.words[i].word, *parts.concepts)) ++reading.unexplained;
  }
  return reading;
}

}  // namespace tulay::intents
