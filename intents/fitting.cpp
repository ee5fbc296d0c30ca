#include "intents/fitting.hpp"

#include <algorithm>
#include <cmath>
#include <numeric>
#include <unordered_map>

namespace tulay::intents {
namespace {

constexpr int rounds = 8;
constexpr float step = 0.5F;
constexpr std::uint32_t seen_at_least = 2;  // a feature of one lesson tells only that lesson
constexpr std::size_t few_lessons = 200;    // unless there are so few that each counts
constexpr std::size_t lane = 16;            // rows are padded so that the compiler can add many at once

struct Weighed {
  std::uint32_t feature;
  float share;
};

class Learner {
 public:
  Learner(const std::vector<Lesson>& lessons, std::size_t intents)
      : lessons_(lessons), intents_(intents), width_((intents + lane - 1) / lane * lane), scores_(width_) {
    number_features();
    weights_.assign(keys_.size() * width_, 0);
    squares_.assign(keys_.size() * width_, 1e-3F);
  }

  void learn() {
    std::vector<std::size_t> order(lessons_.size());
    std::iota(order.begin(), order.end(), 0);
    std::uint64_t mix = 88172645463325252ULL;
    for (int round = 0; round < rounds; ++round) {
      for (std::size_t i = order.size(); i > 1; --i) std::swap(order[i - 1], order[next(mix) % i]);
      for (const auto i : order) take(lessons_[i]);
    }
  }

  [[nodiscard]] FeatureWeights result() const {
    FeatureWeights out{intents_};
    for (std::size_t i = 0; i < keys_.size(); ++i)
      out.add(keys_[i], rarity_[i], {weights_.data() + i * width_, intents_});
    return out;
  }

 private:
  // xorshift (Marsaglia 2003): no chance in it, only disorder.
  static std::uint64_t next(std::uint64_t& state) {
    state ^= state << 13U;
    state ^= state >> 7U;
    state ^= state << 17U;
    return state;
  }

  void number_features() {
    std::unordered_map<std::uint64_t, std::uint32_t> seen;
    for (const auto& lesson : lessons_) {
      for (const auto key : lesson.features) ++seen[key];
    }
    const auto least = lessons_.size() < few_lessons ? 1U : seen_at_least;
    for (const auto& [key, count] : seen) {
      if (count >= least) keys_.push_back(key);
    }
    std::sort(keys_.begin(), keys_.end());
    for (std::size_t i = 0; i < keys_.size(); ++i) {
      number_[keys_[i]] = static_cast<std::uint32_t>(i);
      const double share = (1.0 + static_cast<double>(lessons_.size())) / (1.0 + seen[keys_[i]]);
      rarity_.push_back(static_cast<float>(std::log(share) + 1));
    }
  }

  void weigh(const Lesson& lesson) {
    weighed_.clear();
    float square = 0;
    for (const auto key : lesson.features) {
      const auto found = number_.find(key);
      if (found == number_.end()) continue;
      weighed_.push_back({found->second, rarity_[found->second]});
      square += rarity_[found->second] * rarity_[found->second];
    }
    const float length = std::sqrt(square);
    for (auto& one : weighed_) one.share /= length;
  }

  void take(const Lesson& lesson) {
    weigh(lesson);
    std::fill(scores_.begin(), scores_.end(), 0.0F);
    for (const auto [feature, share] : weighed_) {
      const float* const row = weights_.data() + feature * width_;
      for (std::size_t k = 0; k < width_; ++k) scores_[k] += share * row[k];
    }
    to_errors(static_cast<std::size_t>(lesson.intent));
    for (const auto [feature, share] : weighed_) {
      float* const row = weights_.data() + feature * width_;
      float* const square = squares_.data() + feature * width_;
      for (std::size_t k = 0; k < width_; ++k) {
        const float slope = scores_[k] * share;
        square[k] += slope * slope;
        row[k] -= step * slope / std::sqrt(square[k]);
      }
    }
  }

  // From scores to what each intent's share has too much.
  void to_errors(std::size_t right) {
    const float highest =
        *std::max_element(scores_.begin(), scores_.begin() + static_cast<std::ptrdiff_t>(intents_));
    float sum = 0;
    for (std::size_t k = 0; k < intents_; ++k) sum += scores_[k] = std::exp(scores_[k] - highest);
    for (std::size_t k = 0; k < intents_; ++k) scores_[k] /= sum;
    std::fill(scores_.begin() + static_cast<std::ptrdiff_t>(intents_), scores_.end(), 0.0F);
    scores_[right] -= 1;
  }

  const std::vector<Lesson>& lessons_;
  std::size_t intents_;
  std::size_t width_;
  std::vector<std::uint64_t> keys_;
  std::unordered_map<std::uint64_t, std::uint32_t> number_;
  std::vector<float> rarity_;
  std::vector<float> weights_;
  std::vector<float> squares_;
  std::vector<float> scores_;
  std::vector<Weighed> weighed_;
};

}  // namespace

FeatureWeights fit(const std::vector<Lesson>& lessons, std::size_t intents) {
  Learner learner{lessons, intents};
  learner.learn();
  return learner.result();
}

}  // namespace tulay::intents
