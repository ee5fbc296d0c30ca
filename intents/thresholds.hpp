#pragma once

#include "knowledge/data_file.hpp"

namespace tulay::intents {

/// When evidence is enough; tried by `tulay eval --folds`, kept in intents/thresholds.toml.
struct Thresholds {
  // Shares of a reading among all, 0 to 1.
  double answer = 0.5;        // the best reading needs this much where a pattern supports it
  double alone = 0.6;         // and this much where only likeness to examples speaks for it
  double foreign_is = 0.35;   // from here on what is not ours is taken for that
  double clarify = 0.5;       // the readings offered must have this much together
  double offer = 0.04;        // less is no reading at all
  double urgent_share = 0.1;  // an urgent reading with a pattern comes first from here on
  // In logarithms of shares.
  double another = 0.15;  // what one more question in a message is worth
  double left_out = 0.3;  // what each part of it costs that belongs to no question
  // In log odds.
  double sharpness = 1;     // how much likeness to examples counts
  double pattern = 0.5;     // what one unit of a pattern's weight adds
  double follow_up = 1.5;   // the same of a pattern that is read with the last topic
  double same = 0.5;        // given to what was talked about last
  double related = 0.5;     // and to what is talked about together with it (threads.toml)
  double stranger = 0.5;    // given to what is not ours
  double unanchored = 0.7;  // and more where no word of our field stands
  // In the unit of pattern weights: one concept is about 1.
  double urgent = 1.8;  // an urgent reading needs this much evidence to come first
  double cap = 4;       // patterns give no reading more than this
  double unexplained =
      0.5;                // taken away for each word without meaning here, where no word of our field stands
  double foreign = 1.5;   // taken away where a word of another field stands and none of parole itself
  double lengthy = 0.03;  // taken away for each word beyond a dozen: in a long story much hits by chance
  double question = 0.4;  // added to evidence that stands in a question
  double mended = 0.15;   // taken away for each mended word in the evidence
};

[[nodiscard]] Thresholds read_thresholds(knowledge::Table& file);

}  // namespace tulay::intents
