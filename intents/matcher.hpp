#pragma once

#include <memory>
#include <span>
#include <string>
#include <string_view>
#include <unordered_map>
#include <unordered_set>
#include <vector>

#include "intents/concept.hpp"
#include "intents/fold.hpp"

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

/// All concepts in one RE2::Set; the few that hit are run once more, singly, for their places. One Set of
/// words and phrases without gaps is what keeps fresh text cheap: design/understanding.md, "Match once".
/// Immutable; may be shared by threads.
class ConceptMatcher {
 public:
  /// Nothing, with problems recorded, when a concept does not compile or the Set outgrows its memory.
  static std::unique_ptr<ConceptMatcher> build(const std::vector<Concept>& concepts, const Fillers& fillers,
                                               knowledge::Problems& problems);
  ~ConceptMatcher();
  ConceptMatcher(const ConceptMatcher&) = delete;
  ConceptMatcher& operator=(const ConceptMatcher&) = delete;

  /// Sorted by concept, then by place. A concept that includes others has their hits as well.
  [[nodiscard]] std::vector<Hit> hits(const Line& line) const;
  /// -1 when there is no such concept.
  [[nodiscard]] int index_of(std::string_view id) const;
  [[nodiscard]] const Concept& concept_at(int index) const { return concepts_[static_cast<std::size_t>(index)]; }
  [[nodiscard]] std::size_t size() const { return concepts_.size(); }
  [[nodiscard]] bool is_filler(const std::string& word) const { return fillers_.contains(word); }
  /// The concept as a regex, its includes among it: for whole patterns.
  [[nodiscard]] std::string regex_of(int index) const;

 private:
  struct Machine;  // hides RE2
  ConceptMatcher();

  std::vector<Concept> concepts_;
  std::vector<std::string> own_regex_;          // empty for a concept that only includes others
  std::vector<std::vector<int>> including_;     // for each concept, those that include it, directly or not
  std::unordered_map<std::string, int> index_;
  std::unordered_set<std::string> fillers_;
  std::unique_ptr<Machine> machine_;
};

}  // namespace tulay::intents
