#pragma once

#include <string>
#include <vector>

#include "intents/feature_weights.hpp"
#include "intents/reading.hpp"

namespace tulay::intents {

/// Log odds as shares (0 to 1, together 1).
void to_shares(std::vector<double>& leanings);

/// How like a reading is to the examples of each intent, by weights fitted to all of them (`fit`). Every
/// share can be told by the features that spoke for it. Costs the same however many examples there are.
/// Immutable; may be shared by threads.
class Likeness {
 public:
  Likeness() = default;
  explicit Likeness(FeatureWeights weights);

  /// How far the reading leans to each intent, in log odds; empty when no feature of it is known.
  [[nodiscard]] std::vector<float> leanings(const Reading& reading) const;
  /// The same as shares (0 to 1, together 1).
  [[nodiscard]] std::vector<double> of(const Reading& reading) const;
  /// The features of the reading that speak most for the intent, strongest first: words, pairs, {concepts}.
  [[nodiscard]] std::vector<std::string> reasons(const Reading& reading, int intent) const;

  [[nodiscard]] const FeatureWeights& weights() const { return weights_; }

 private:
  FeatureWeights weights_;
};

}  // namespace tulay::intents
