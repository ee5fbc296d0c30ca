#pragma once

#include <string>
#include <unordered_map>
#include <utility>
#include <vector>

#include "intents/reading.hpp"

namespace tulay::intents {

/// Likeness to the examples: cosine of tf-idf vectors whose features are words and concepts. It may suggest a
/// reading and add to one that patterns support; it never answers. Our own index, not FTS5: concepts are
/// features too, and a look-up costs two microseconds. Immutable after `freeze`; may be shared by threads.
class Retrieval {
 public:
  void add(int intent, const Reading& example);
  void freeze(std::size_t intents);
  /// The likeness (0 to 1) of the nearest example of each intent, by intent; empty when nothing is alike.
  [[nodiscard]] std::vector<double> likeness(const Reading& reading) const;

 private:
  using Features = std::unordered_map<std::string, double>;
  [[nodiscard]] static Features features(const Reading& reading);
  [[nodiscard]] double idf(const std::string& feature) const;

  struct Posting {
    int document = 0;
    double weight = 0;
  };
  std::vector<int> intent_of_;
  std::vector<Features> pending_;
  std::unordered_map<std::string, std::vector<Posting>> postings_;
  std::unordered_map<std::string, double> idf_;
  double unseen_idf_ = 0;
  std::size_t intents_ = 0;
};

}  // namespace tulay::intents
