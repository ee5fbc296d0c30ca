#pragma once

#include <string>
#include <unordered_map>
#include <utility>
#include <vector>

#include "intents/reading.hpp"

namespace tulay::intents {

/// How like a reading is to the examples of each intent: complement naive Bayes (Rennie, Shih, Teevan,
/// Karger, "Tackling the Poor Assumptions of Naive Bayes Text Classifiers", ICML 2003) over words and
/// concepts. Counted from the examples when they are loaded, so nothing is trained and every weight can be
/// told from the examples. It adds to a reading that patterns support, and may suggest one; alone it never
/// answers. A look-up costs the same however many examples there are. Immutable after `freeze`; may be shared
/// by threads.
class Likeness {
 public:
  void add(int intent, const Reading& example);
  void freeze(std::size_t intents, double sharpness);
  /// The share (0 to 1, together 1) of each intent, by intent; empty when no feature of the reading is known.
  [[nodiscard]] std::vector<double> of(const Reading& reading) const;
  /// The features of the reading that speak most for the intent, strongest first: words, {concepts}.
  [[nodiscard]] std::vector<std::string> reasons(const Reading& reading, int intent) const;

 private:
  using Weights = std::vector<float>;  // by intent
  [[nodiscard]] static std::vector<std::string> features(const Reading& reading);
  [[nodiscard]] std::vector<const Weights*> known(const Reading& reading) const;

  std::vector<std::pair<int, std::vector<std::string>>> examples_;  // until frozen
  std::unordered_map<std::string, Weights> weights_;
  double sharpness_ = 1;
};

}  // namespace tulay::intents
