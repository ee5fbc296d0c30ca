#pragma once

#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "intents/fold.hpp"
#include "knowledge/data_file.hpp"

namespace tulay::intents {

/// Contractions and SMS shorthand, per language: "u" → "you", "xq" → "por que", "pno" → "paano".
/// Immutable once read; may be shared by threads.
class Shorthand {
 public:
  /// Reads one intents/shorthand/*.toml: a table `[words]` of short = 'long form'. Keys are folded words.
  /// A key that stands in two files with different long forms is a problem.
  void read(knowledge::Table& file);

  /// Replaces each short word by the words of its long form (all with the span of the short one, the break
  /// and question mark on the last).
  [[nodiscard]] std::vector<Word> expand(std::vector<Word> words) const;

  /// A concept entry written as messages are read: apostrophes dropped, short words expanded. Words with the
  /// marks of entries (* ? | ~) stay as they are.
  [[nodiscard]] std::string expand_entry(std::string_view entry) const;

 private:
  std::unordered_map<std::string, std::vector<std::string>> long_forms_;
};

}  // namespace tulay::intents
