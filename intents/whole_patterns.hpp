#pragma once

#include <memory>
#include <string>
#include <utility>
#include <vector>

#include "intents/matcher.hpp"
#include "knowledge/problem.hpp"

namespace tulay::intents {

/// The patterns that are whole RE2s with gaps. They are never one Set (fresh text would build new states
/// without end): re2::FilteredRE2 says which literals each needs, a Set of those literals says which are
/// there, and only the patterns left are tried. Immutable; may be shared by threads.
class WholePatterns {
 public:
  struct Found {
    int pattern = 0;  // the number given to add
    int begin = 0;    // words
    int end = 0;
  };

  WholePatterns();
  ~WholePatterns();
  WholePatterns(const WholePatterns&) = delete;
  WholePatterns& operator=(const WholePatterns&) = delete;

  /// `match` with {concept} for a concept and {gap} for up to six words between. Problems are recorded.
  void add(int pattern, const std::string& match, const knowledge::SourceLine& at,
           const ConceptMatcher& concepts, knowledge::Problems& problems);
  void compile(knowledge::Problems& problems);
  [[nodiscard]] std::vector<Found> found_in(const Line& line) const;

 private:
  struct Machine;
  std::unique_ptr<Machine> machine_;
};

}  // namespace tulay::intents
