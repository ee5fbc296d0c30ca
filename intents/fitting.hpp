#pragma once

#include <cstdint>
#include <vector>

#include "intents/feature_weights.hpp"

namespace tulay::intents {

/// The features of one example, and the intent that it must speak for.
struct Lesson {
  int intent = 0;
  std::vector<std::uint64_t> features;  // ascending, each once
};

/// Weights under which the lessons are likeliest: multinomial logistic regression over features weighed by
/// rarity (tf-idf of length one), by stochastic gradient with AdaGrad steps (Duchi, Hazan, Singer, JMLR 12,
/// 2011). The order of lessons is mixed by a fixed sequence, so the same lessons give the same weights.
/// Seconds for some ten thousand lessons.
[[nodiscard]] FeatureWeights fit(const std::vector<Lesson>& lessons, std::size_t intents);

}  // namespace tulay::intents
