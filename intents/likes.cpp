#include "intents/likes.hpp"

#include <algorithm>
#include <cmath>
#include <map>
#include <set>

#include "intents/fold.hpp"

namespace tulay::intents {
namespace {

constexpr double alike_from = 0.4;

using WordSet = std::set<std::string>;

WordSet word_set(const std::string& text) {
  WordSet words;
  for (auto& word : words_of(fold(text))) words.insert(std::move(word.text));
  return words;
}

/// What a word weighs: the more texts have it, the less.
class Weights {
 public:
  explicit Weights(const std::vector<WordSet>& texts) : texts_(static_cast<double>(texts.size())) {
    for (const auto& words : texts) {
      for (const auto& word : words) ++count_[word];
    }
  }

  [[nodiscard]] double alike(const WordSet& a, const WordSet& b) const {
    if (a == b) return 1;
    double shared = 0;
    double all = 0;
    for (const auto& word : a) (b.contains(word) ? shared : all) += of(word);
    for (const auto& word : b) all += a.contains(word) ? 0 : of(word);
    return shared + all == 0 ? 0 : shared / (shared + all);
  }

 private:
  [[nodiscard]] double of(const std::string& word) const { return std::log1p(texts_ / count_.at(word)); }

  double texts_;
  std::map<std::string, int> count_;
};

}  // namespace

std::vector<std::vector<std::size_t>> grouped_by_likeness(const std::vector<std::string>& texts) {
  std::vector<WordSet> words;
  words.reserve(texts.size());
  for (const auto& text : texts) words.push_back(word_set(text));
  const Weights weights(words);
  std::vector<std::vector<std::size_t>> groups;
  for (std::size_t i = 0; i < texts.size(); ++i) {
    std::vector<std::size_t>* best = nullptr;
    double most = alike_from;
    for (auto& group : groups) {
      const double alike = weights.alike(words[group.front()], words[i]);
      if (alike < most) continue;
      most = alike;
      best = &group;
    }
    if (best == nullptr) best = &groups.emplace_back();
    best->push_back(i);
  }
  std::stable_sort(groups.begin(), groups.end(),
                   [](const auto& a, const auto& b) { return a.size() > b.size(); });
  return groups;
}

}  // namespace tulay::intents
