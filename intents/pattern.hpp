#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "intents/catalog.hpp"
#include "knowledge/data_file.hpp"

namespace tulay::intents {

/// A combination of concepts, or a whole RE2, that speaks for an intent (or, from [[against]], against it).
struct Pattern {
  /// Each must be there; an item is a list of alternatives ('fee|price').
  std::vector<std::vector<std::string>> all;
  std::vector<std::string> none;   // must not stand in the same sentences
  std::vector<std::string> after;  // counts only when the last intent is one of these
  std::string match;               // an RE2 over {concepts}; empty when `all` is used
  double weight = 0;               // > 0; taken away when `against`
  int near = 0;                    // items at most so many words apart
  bool order = false;              // items in the order given
  bool only = false;               // nothing else of meaning in the clause
  bool against = false;
  knowledge::SourceLine at;
};

struct Intent {
  IntentInfo info;
  std::vector<Pattern> patterns;
  std::vector<Example> examples;
};

/// Reads intents/patterns/<intent>.toml; problems go to the file's list.
[[nodiscard]] Intent read_intent(knowledge::Table& file);

}  // namespace tulay::intents
