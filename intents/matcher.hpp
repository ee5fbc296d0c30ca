#pragma once

#include <cstdint>
#include <memory>
#include <span>
#include <string>
#include <string_view>
#include <unordered_map>
#include <unordered_set>
#include <vector>

#include "intents/concept.hpp"
#include "intents/fold.hpp"
#include "intents/word_forms.hpp"

namespace tulay::intents {

/// A concept found in the words [begin, end) of a message.
struct Hit {
  int concept_index = 0;
  int begin = 0;
  int end = 0;

  bool operator==(const Hit&) const = default;
};

/// The words of a message joined by single blanks, and which word each byte belongs to.
struct Line {
  std::string text;
  std::vector<int> word_at;
};

[[nodiscard]] Line line_of(std::span<const Word> words);

/// All entries of all concepts in one trie over words: a message is walked once from each of its words, so
/// that the cost does not grow with the number of entries and fresh text costs what known text does. (One
/// RE2::Set over the same entries built new states for every fresh text: 435 µs a message against 2 µs here.)
/// Immutable; may be shared by threads.
class ConceptMatcher {
 public:
  /// Nothing, with problems recorded, when an entry or a concept is wrong.
  static std::unique_ptr<ConceptMatcher> build(const std::vector<Concept>& concepts, const Fillers& fillers,
                                               knowledge::Problems& problems);

  /// Sorted by concept, then by place. A concept that includes others has their hits as well.
  [[nodiscard]] std::vector<Hit> hits(std::span<const Word> words) const;
  /// -1 when there is no such concept.
  [[nodiscard]] int index_of(std::string_view id) const;
  [[nodiscard]] const Concept& concept_at(int index) const {
    return concepts_[static_cast<std::size_t>(index)];
  }
  [[nodiscard]] std::size_t size() const { return concepts_.size(); }
  [[nodiscard]] bool is_filler(const std::string& word) const { return fillers_.contains(word); }
  /// The concept as a regex, its includes among it: for whole patterns.
  [[nodiscard]] std::string regex_of(int index) const;

 private:
  ConceptMatcher() = default;
  void add(int concept_index, const std::vector<std::string>& words);
  void close_includes(knowledge::Problems& problems);
  void walk(std::span<const std::vector<int>> forms, std::size_t begin, std::vector<Hit>& found) const;

  std::vector<Concept> concepts_;
  std::vector<std::string> own_regex_;       // empty for a concept that only includes others
  std::vector<std::vector<int>> including_;  // for each concept, those that include it, directly or not
  std::unordered_map<std::string, int> index_;
  std::unordered_set<std::string> fillers_;
  WordForms forms_;
  std::unordered_map<std::uint64_t, int> next_;  // (node, word form) → node
  std::vector<std::vector<int>> ends_;           // node → concepts with an entry that ends there
};

}  // namespace tulay::intents
