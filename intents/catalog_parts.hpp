#pragma once

#include <cstdint>
#include <memory>
#include <string>
#include <vector>

#include "intents/catalog.hpp"
#include "intents/clause_language.hpp"
#include "intents/expand.hpp"
#include "intents/likeness.hpp"
#include "intents/matcher.hpp"
#include "intents/pattern.hpp"
#include "intents/spelling.hpp"
#include "intents/threads.hpp"
#include "intents/thresholds.hpp"
#include "intents/whole_patterns.hpp"

namespace tulay::intents {

/// A pattern with names resolved to numbers.
struct CompiledPattern {
  int intent = 0;
  std::vector<std::vector<int>> all;  // concepts
  std::size_t key = 0;                // the item that brings the pattern up
  std::vector<int> none;
  std::vector<int> after;  // intents
  bool after_any = false;
  double weight = 0;
  int near = 0;
  bool order = false;
  bool only = false;
  bool against = false;
  knowledge::SourceLine at;
};

struct Catalog::Parts {
  std::vector<IntentInfo> intents;
  std::vector<Example> examples;
  std::vector<CompiledPattern> patterns;
  std::vector<std::vector<int>> brought_up_by;  // concept → patterns that it brings up
  std::unique_ptr<ConceptMatcher> concepts;
  std::unique_ptr<ConceptMatcher> answers;  // words of short replies: yes, no, I don't know, …
  WholePatterns whole;
  Spelling spelling;
  Shorthand shorthand;
  LanguageMarkers markers;
  Thresholds thresholds;
  Threads threads;
  Likeness likeness;
  std::uint64_t digest = 0;  // of the data that the likeness was fitted to
  bool weights_from_file = false;
  std::vector<std::pair<SlotKind, int>> held;  // concepts that a value is a hit of
  // Concepts that the code itself asks for; -1 when the data have none.
  int asking = -1;
  int connective = -1;
  int more_of_same = -1;
  int yes = -1;
  int out_of_scope = -1;  // an intent

  [[nodiscard]] int intent_index(std::string_view id) const;
};

/// Fold, words, shorthand, spelling: what every text goes through before it is read.
[[nodiscard]] std::vector<ReadWord> prepared(const Catalog::Parts& parts, const Folded& folded,
                                             std::string_view utterance);

}  // namespace tulay::intents
