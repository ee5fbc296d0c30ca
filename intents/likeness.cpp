#include "intents/likeness.hpp"

#include <algorithm>
#include <cmath>

namespace tulay::intents {
namespace {

constexpr double smoothing = 1;
constexpr int most_unexplained = 3;
constexpr std::size_t reasons_told = 4;

}  // namespace

std::vector<std::string> Likeness::features(const Reading& reading) {
  std::vector<std::string> out;
  out.reserve(reading.words.size() + reading.hits.size() + 3);
  for (const auto& one : reading.words) out.push_back(one.word.text);
  for (const auto& hit : reading.hits) out.push_back("{" + std::to_string(hit.concept_index));
  if (reading.unexplained > 0)
    out.push_back("?" + std::to_string(std::min(reading.unexplained, most_unexplained)));
  out.emplace_back(reading.anchored ? "+field" : "-field");
  if (reading.foreign) out.emplace_back("+foreign");
  std::sort(out.begin(), out.end());
  out.erase(std::unique(out.begin(), out.end()), out.end());
  return out;
}

void Likeness::add(int intent, const Reading& example) { examples_.emplace_back(intent, features(example)); }

void Likeness::freeze(std::size_t intents, double sharpness) {
  sharpness_ = sharpness;
  std::vector<double> of_intent(intents, 0);
  double all = 0;
  for (const auto& [intent, features] : examples_) {
    for (const auto& feature : features) {
      auto& counts = weights_.try_emplace(feature, Weights(intents, 0)).first->second;
      ++counts[static_cast<std::size_t>(intent)];
    }
    of_intent[static_cast<std::size_t>(intent)] += static_cast<double>(features.size());
    all += static_cast<double>(features.size());
  }
  examples_.clear();
  const double vocabulary = static_cast<double>(weights_.size());
  std::vector<double> sum(intents, 0);
  for (auto& [feature, weights] : weights_) {
    double everywhere = 0;
    for (const float count : weights) everywhere += count;
    for (std::size_t i = 0; i < intents; ++i) {
      const double elsewhere = everywhere - weights[i] + smoothing;
      weights[i] = static_cast<float>(-std::log(elsewhere / (all - of_intent[i] + smoothing * vocabulary)));
      sum[i] += weights[i];
    }
  }
  for (auto& [feature, weights] : weights_) {
    for (std::size_t i = 0; i < intents; ++i) weights[i] *= static_cast<float>(vocabulary / sum[i]);
  }
}

std::vector<const Likeness::Weights*> Likeness::known(const Reading& reading) const {
  std::vector<const Weights*> out;
  for (const auto& feature : features(reading)) {
    const auto found = weights_.find(feature);
    if (found != weights_.end()) out.push_back(&found->second);
  }
  return out;
}

std::vector<double> Likeness::of(const Reading& reading) const {
  const auto found = known(reading);
  if (found.empty()) return {};
  std::vector<double> share(found.front()->size(), 0);
  for (const auto* weights : found) {
    for (std::size_t i = 0; i < share.size(); ++i) share[i] += static_cast<double>((*weights)[i]);
  }
  const double highest = *std::max_element(share.begin(), share.end());
  // Words of one message repeat one another, so their weights add up like the root of their number.
  const double scale = sharpness_ / std::sqrt(static_cast<double>(found.size()));
  double sum = 0;
  for (auto& value : share) sum += value = std::exp((value - highest) * scale);
  for (auto& value : share) value /= sum;
  return share;
}

std::vector<std::string> Likeness::reasons(const Reading& reading, int intent) const {
  std::vector<std::pair<double, std::string>> told;
  for (const auto& feature : features(reading)) {
    const auto found = weights_.find(feature);
    if (found == weights_.end()) continue;
    double mean = 0;
    for (const float weight : found->second) mean += weight;
    mean /= static_cast<double>(found->second.size());
    told.emplace_back(static_cast<double>(found->second[static_cast<std::size_t>(intent)]) - mean, feature);
  }
  std::sort(told.rbegin(), told.rend());
  std::vector<std::string> out;
  for (const auto& [weight, feature] : told) {
    if (out.size() < reasons_told && weight > 0) out.push_back(feature);
  }
  return out;
}

}  // namespace tulay::intents
