#include "intents/feature_weights.hpp"

#include <algorithm>
#include <cmath>
#include <istream>
#include <ostream>

namespace tulay::intents {
namespace {

constexpr std::uint64_t format = 0x316c79616c757431ULL;  // changes with what the bytes mean
constexpr float full = 127;                              // the largest weight of a row

template <class Place>
void put(std::vector<Place>& places, std::uint64_t key, std::size_t number) {
  auto at = key & (places.size() - 1);
  while (places[at].number != 0) at = (at + 1) & (places.size() - 1);
  places[at] = {key, static_cast<std::uint32_t>(number)};
}

template <class T>
void write_all(std::ostream& out, const std::vector<T>& values) {
  out.write(reinterpret_cast<const char*>(values.data()),
            static_cast<std::streamsize>(values.size() * sizeof(T)));
}

template <class T>
void read_all(std::istream& in, std::vector<T>& values, std::size_t count) {
  values.resize(count);
  in.read(reinterpret_cast<char*>(values.data()), static_cast<std::streamsize>(count * sizeof(T)));
}

}  // namespace

FeatureWeights::FeatureWeights(std::size_t intents) : intents_(intents) {}

void FeatureWeights::add(std::uint64_t key, double rarity, std::span<const float> weights) {
  float largest = 0;
  for (const float weight : weights) largest = std::max(largest, std::abs(weight));
  const float scale = largest / full;
  keys_.push_back(key);
  measures_.push_back({static_cast<float>(rarity), scale});
  for (const float weight : weights)
    rows_.push_back(scale > 0 ? static_cast<std::int8_t>(std::lround(weight / scale)) : std::int8_t{0});
  if (places_.size() < 2 * keys_.size()) {
    index();
  } else {
    put(places_, key, keys_.size());
  }
}

void FeatureWeights::index() {
  std::size_t size = 16;
  while (size < 4 * keys_.size()) size *= 2;
  places_.assign(size, {});
  for (std::size_t i = 0; i < keys_.size(); ++i) put(places_, keys_[i], i + 1);
}

std::size_t FeatureWeights::find(std::uint64_t key) const {
  if (places_.empty()) return keys_.size();
  for (auto at = key & (places_.size() - 1); places_[at].number != 0; at = (at + 1) & (places_.size() - 1)) {
    if (places_[at].key == key) return places_[at].number - 1;
  }
  return keys_.size();
}

std::vector<float> FeatureWeights::sums(std::span<const std::uint64_t> keys) const {
  // Two passes, so that the look-ups, each a wait for memory, do not wait for the sums of the one before.
  std::vector<std::size_t> known;
  known.reserve(keys.size());
  for (const auto key : keys) {
    if (const auto i = find(key); i != keys_.size()) known.push_back(i);
  }
  if (known.empty()) return {};
  std::vector<float> sum(intents_, 0);
  float square = 0;
  for (const auto i : known) {
    const auto [rarity, scale] = measures_[i];
    square += rarity * rarity;
    const float factor = rarity * scale;
    const std::int8_t* const row = rows_.data() + i * intents_;
    for (std::size_t k = 0; k < intents_; ++k) sum[k] += factor * static_cast<float>(row[k]);
  }
  const float length = std::sqrt(square);
  for (auto& value : sum) value /= length;
  return sum;
}

std::optional<float> FeatureWeights::weight(std::uint64_t key, std::size_t intent) const {
  const auto i = find(key);
  if (i == keys_.size()) return std::nullopt;
  return measures_[i].rarity * measures_[i].scale * static_cast<float>(rows_[i * intents_ + intent]);
}

void FeatureWeights::write(std::ostream& out, std::uint64_t digest) const {
  write_all(out, std::vector<std::uint64_t>{format, digest, intents_, keys_.size()});
  write_all(out, keys_);
  write_all(out, measures_);
  write_all(out, rows_);
  write_all(out, std::vector<std::uint64_t>{format});
}

std::optional<FeatureWeights> FeatureWeights::read(std::istream& in, std::uint64_t digest,
                                                   std::size_t intents) {
  constexpr std::uint64_t most = 1U << 24U;
  std::vector<std::uint64_t> head;
  read_all(in, head, 4);
  if (!in || head[0] != format || head[1] != digest || head[2] != intents || head[3] > most)
    return std::nullopt;
  FeatureWeights out{intents};
  const auto count = static_cast<std::size_t>(head[3]);
  read_all(in, out.keys_, count);
  read_all(in, out.measures_, count);
  read_all(in, out.rows_, count * intents);
  std::vector<std::uint64_t> tail;
  read_all(in, tail, 1);
  if (!in || tail[0] != format) return std::nullopt;
  out.index();
  return out;
}

}  // namespace tulay::intents
