#pragma once

#include "knowledge/data_file.hpp"

namespace tulay::intents {

/// When evidence is enough; fitted by `tulay eval --folds`, kept in intents/thresholds.toml. All in the unit
/// of pattern weights.
struct Thresholds {
  double answer = 1.8;     // the best reading needs this much
  double margin = 0.3;     // and this much more than the next
  double clarify = 0.9;    // less than this is no reading at all
  double band = 1.0;       // readings this close to the best are offered
  double similar = 2.8;    // what full likeness to the examples adds to a reading that patterns support
  double suggest = 0.3;    // likeness (0 to 1) from which it alone may suggest
  double sharpness = 100;  // how soon the likelier of two readings takes all the likeness
  double cap = 4;          // patterns alone give no reading more than this
  double unexplained =
      0.5;                // taken away for each word without meaning here, where no word of our field stands
  double foreign = 1.5;   // taken away where a word of another field stands and none of parole itself
  double lengthy = 0.03;  // taken away for each word beyond a dozen: in a long story much hits by chance
  double question = 0.4;  // added to evidence that stands in a question
  double mended = 0.15;   // taken away for each mended word in the evidence
  double urgent = 1.8;    // urgent readings come first from here on
};

[[nodiscard]] Thresholds read_thresholds(knowledge::Table& file);

}  // namespace tulay::intents
