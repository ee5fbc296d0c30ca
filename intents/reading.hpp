#pragma once

#include <span>
#include <vector>

#include "intents/catalog.hpp"
#include "intents/matcher.hpp"
#include "intents/understanding.hpp"

namespace tulay::intents {

/// A word of the message after expansion and mending.
struct ReadWord {
  Word word;
  bool mended = false;
};

/// Words made ready for weighing: what concepts stand where, and what the sentences are like.
struct Reading {
  std::vector<ReadWord> words;
  std::vector<Hit> hits;      // sorted by concept, then place
  std::vector<int> sentence;  // by word
  std::vector<bool> asks;     // by sentence: is it a question or a request?
  int unexplained = 0;        // words of meaning that no concept covers
  bool anchored = false;      // a word of our field stands in it
  bool foreign = false;       // a word of another field does, and none of parole itself
  Line line;

  /// The hits of one concept, in order of place.
  [[nodiscard]] std::span<const Hit> of(int concept_index) const;
  [[nodiscard]] bool has(int concept_index) const { return !of(concept_index).empty(); }
  [[nodiscard]] Span original(int begin, int end) const;
  [[nodiscard]] bool asks_anywhere() const;
};

/// `slots` may be those of a longer text that the words are a part of.
[[nodiscard]] Reading read(const Catalog::Parts& parts, std::vector<ReadWord> words,
                           std::span<const Slot> slots = {});

}  // namespace tulay::intents
