#include "intents/places.hpp"

#include <cstdlib>
#include <span>

namespace tulay::intents {
namespace {

constexpr std::size_t keys_tried = 16;  // places of one concept: bounds hostile repetition

const Hit* nearest(std::span<const Hit> hits, int to, int not_before, int near) {
  const Hit* best = nullptr;
  for (const auto& hit : hits) {
    const int distance = std::abs(hit.begin - to);
    if (hit.begin < not_before || distance > near) continue;
    if (best == nullptr || distance < std::abs(best->begin - to)) best = &hit;
  }
  return best;
}

const Hit* nearest_of(const Reading& reading, const std::vector<int>& alternatives, int to, int not_before,
                      int near) {
  const Hit* best = nullptr;
  for (const int index : alternatives) {
    const Hit* hit = nearest(reading.of(index), to, not_before, near);
    if (hit != nullptr && (best == nullptr || std::abs(hit->begin - to) < std::abs(best->begin - to)))
      best = hit;
  }
  return best;
}

std::optional<Places> around(const Reading& reading, const CompiledPattern& pattern, const Hit& key) {
  Places places;
  int not_before = 0;
  for (std::size_t i = 0; i < pattern.all.size(); ++i) {
    const Hit* hit = &key;
    if (i != pattern.key)
      hit = nearest_of(reading, pattern.all[i], key.begin, pattern.order ? not_before : 0, pattern.near);
    if (hit == nullptr || (pattern.order && hit->begin < not_before)) return std::nullopt;
    if (pattern.order) not_before = hit->begin + 1;
    places.push_back(*hit);
  }
  return places;
}

}  // namespace

std::optional<Places> places_of(const Reading& reading, const CompiledPattern& pattern) {
  for (const int index : pattern.all[pattern.key]) {
    std::size_t tried = 0;
    for (const auto& key : reading.of(index)) {
      if (++tried > keys_tried) break;
      if (auto places = around(reading, pattern, key)) return places;
    }
  }
  return std::nullopt;
}

}  // namespace tulay::intents
