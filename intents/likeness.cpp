#include "intents/likeness.hpp"

#include <algorithm>
#include <cmath>

#include "intents/features.hpp"

namespace tulay::intents {
namespace {

constexpr std::size_t reasons_told = 5;

}  // namespace

void to_shares(std::vector<double>& leanings) {
  const double highest = *std::max_element(leanings.begin(), leanings.end());
  double all = 0;
  for (auto& value : leanings) all += value = std::exp(value - highest);
  for (auto& value : leanings) value /= all;
}

Likeness::Likeness(FeatureWeights weights) : weights_(std::move(weights)) {}

std::vector<float> Likeness::leanings(const Reading& reading) const {
  return weights_.sums(features_of(reading));
}

std::vector<double> Likeness::of(const Reading& reading) const {
  const auto sums = leanings(reading);
  if (sums.empty()) return {};
  std::vector<double> share(sums.begin(), sums.end());
  to_shares(share);
  return share;
}

std::vector<std::string> Likeness::reasons(const Reading& reading, int intent) const {
  std::vector<std::pair<float, std::string>> told;
  for (auto& [key, text] : told_features_of(reading)) {
    const auto weight = weights_.weight(key, static_cast<std::size_t>(intent));
    if (weight && *weight > 0) told.emplace_back(*weight, std::move(text));
  }
  std::sort(told.rbegin(), told.rend());
  std::vector<std::string> out;
  for (auto& [weight, text] : told) {
    if (out.size() < reasons_told) out.push_back(std::move(text));
  }
  return out;
}

}  // namespace tulay::intents
