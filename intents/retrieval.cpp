#include "intents/retrieval.hpp"

#include <algorithm>
#include <cmath>

namespace tulay::intents {
namespace {

// A concept says the same in three languages, so it counts for more than the word that stood there.
constexpr double concept_weight = 1.5;
// Features in more than this share of the examples tell nothing and cost most.
constexpr double common_share = 0.2;

}  // namespace

Retrieval::Features Retrieval::features(const Reading& reading) {
  Features features;
  for (const auto& one : reading.words) features.emplace(one.word.text, 1.0);
  for (const auto& hit : reading.hits)
    features.emplace("{" + std::to_string(hit.concept_index), concept_weight);
  return features;
}

double Retrieval::idf(const std::string& feature) const {
  const auto found = idf_.find(feature);
  return found == idf_.end() ? unseen_idf_ : found->second;
}

void Retrieval::add(int intent, const Reading& example) {
  intent_of_.push_back(intent);
  pending_.push_back(features(example));
}

void Retrieval::freeze(std::size_t intents) {
  intents_ = intents;
  std::unordered_map<std::string, int> documents;
  for (const auto& features : pending_) {
    for (const auto& [feature, weight] : features) ++documents[feature];
  }
  const double total = static_cast<double>(pending_.size());
  unseen_idf_ = std::log(total + 1);
  for (const auto& [feature, count] : documents) idf_[feature] = std::log((total + 1) / (count + 0.5));
  for (std::size_t d = 0; d < pending_.size(); ++d) {
    double norm = 0;
    for (const auto& [feature, weight] : pending_[d]) norm += std::pow(weight * idf(feature), 2);
    norm = std::sqrt(norm);
    for (const auto& [feature, weight] : pending_[d]) {
      if (documents[feature] > total * common_share) continue;
      postings_[feature].push_back({static_cast<int>(d), weight * idf(feature) / norm});
    }
  }
  pending_.clear();
}

std::vector<double> Retrieval::likeness(const Reading& reading) const {
  if (intent_of_.empty()) return {};
  const Features asked = features(reading);
  double norm = 0;
  std::vector<double> score(intent_of_.size(), 0);
  for (const auto& [feature, weight] : asked) {
    const double value = weight * idf(feature);
    norm += value * value;
    const auto found = postings_.find(feature);
    if (found == postings_.end()) continue;
    for (const auto& posting : found->second)
      score[static_cast<std::size_t>(posting.document)] += value * posting.weight;
  }
  if (norm == 0) return {};
  std::vector<double> best(intents_, 0);
  for (std::size_t d = 0; d < score.size(); ++d) {
    auto& intent = best[static_cast<std::size_t>(intent_of_[d])];
    intent = std::max(intent, score[d]);
  }
  for (auto& value : best) value = std::min(1.0, value / std::sqrt(norm));
  return best;
}

}  // namespace tulay::intents
