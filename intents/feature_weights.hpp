#pragma once

#include <cstdint>
#include <iosfwd>
#include <optional>
#include <span>
#include <vector>

namespace tulay::intents {

/// For each feature how much it speaks for and against each intent: a row of small numbers, found in one step
/// whatever their number. Immutable once filled; may be shared by threads.
class FeatureWeights {
 public:
  explicit FeatureWeights(std::size_t intents = 0);

  /// `rarity` (> 0) is how much a feature counts beside the others of a message; `weights` are one an intent.
  /// A key is added once.
  void add(std::uint64_t key, double rarity, std::span<const float> weights);

  /// The sum over the known keys, one an intent: how the message leans. Empty when no key is known.
  [[nodiscard]] std::vector<float> sums(std::span<const std::uint64_t> keys) const;

  /// What one key alone says of an intent; nothing when it is unknown.
  [[nodiscard]] std::optional<float> weight(std::uint64_t key, std::size_t intent) const;

  [[nodiscard]] std::size_t size() const { return keys_.size(); }

  /// As bytes, for a file that spares the fitting at the next start. `digest` names the data it was fitted
  /// to.
  void write(std::ostream& out, std::uint64_t digest) const;
  /// Nothing when the bytes are of another digest, another number of intents, or not whole.
  [[nodiscard]] static std::optional<FeatureWeights> read(std::istream& in, std::uint64_t digest,
                                                          std::size_t intents);

 private:
  struct Measure {
    float rarity = 0;
    float scale = 0;
  };
  struct Place {
    std::uint64_t key = 0;
    std::uint32_t number = 0;  // of the row, from 1; 0: free
  };
  void index();
  [[nodiscard]] std::size_t find(std::uint64_t key) const;  // size() when unknown

  std::size_t intents_;
  std::vector<std::uint64_t> keys_;
  std::vector<Measure> measures_;
  std::vector<std::int8_t> rows_;  // intents_ of them a key
  std::vector<Place> places_;      // open addressing
};

}  // namespace tulay::intents
