#include "intents/weigh.hpp"

#include <algorithm>
#include <cmath>
#include <optional>
#include <unordered_map>

#include "intents/catalog_parts.hpp"

namespace tulay::intents {
namespace {

constexpr std::size_t keys_tried = 16;  // places of one concept: bounds hostile repetition
constexpr double second_share = 0.25;   // further evidence for the same intent counts a little
constexpr double most_from_others = 0.5;
constexpr double per_word = 0.02;  // of two equal readings the one that explains more words
constexpr int most_unexplained = 6;
constexpr int unhurried = 12;  // words that a plain question may have
constexpr int most_lengthy = 30;

using Places = std::vector<Hit>;

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

bool refused(const Reading& reading, const CompiledPattern& pattern, const Places& places) {
  const auto sentence = [&](int word) { return reading.sentence[static_cast<std::size_t>(word)]; };
  int first = sentence(places.front().begin);
  int last = first;
  for (const auto& place : places) {
    first = std::min(first, sentence(place.begin));
    last = std::max(last, sentence(place.begin));
  }
  return std::any_of(pattern.none.begin(), pattern.none.end(), [&](int index) {
    const auto hits = reading.of(index);
    return std::any_of(hits.begin(), hits.end(), [&](const Hit& hit) {
      return sentence(hit.begin) >= first && sentence(hit.begin) <= last;
    });
  });
}

// "humanitarian parole" names parole twice: each word must be of a concept that the pattern asks for, not
// only of the one place taken.
bool covers_all(const Catalog::Parts& parts, const Reading& reading, const CompiledPattern& pattern,
                const Places& places) {
  std::vector<bool> covered(reading.words.size(), false);
  const auto cover = [&](const Hit& hit) {
    std::fill(covered.begin() + hit.begin, covered.begin() + hit.end, true);
  };
  std::for_each(places.begin(), places.end(), cover);
  for (const auto& alternatives : pattern.all) {
    for (const int index : alternatives) {
      const auto hits = reading.of(index);
      std::for_each(hits.begin(), hits.end(), cover);
    }
  }
  for (std::size_t i = 0; i < covered.size(); ++i) {
    if (!covered[i] && !parts.concepts->is_filler(reading.words[i].word.text)) return false;
  }
  return true;
}

double strength_of(const Catalog::Parts& parts, const Reading& reading, const CompiledPattern& pattern,
                   const Places& places, bool leaning) {
  const auto& t = parts.thresholds;
  double strength = pattern.weight;
  bool asks = false;
  int words = 0;
  for (const auto& place : places) {
    words += place.end - place.begin;
    asks = asks ||
           reading.asks[static_cast<std::size_t>(reading.sentence[static_cast<std::size_t>(place.begin)])];
    for (int i = place.begin; i < place.end; ++i) {
      if (reading.words[static_cast<std::size_t>(i)].mended) strength -= t.mended;
    }
  }
  strength += per_word * words;
  if (asks) strength += t.question;
  if (reading.foreign && pattern.intent != parts.out_of_scope) strength -= t.foreign;
  strength -= t.lengthy * std::clamp(static_cast<int>(reading.words.size()) - unhurried, 0, most_lengthy);
  if (!reading.anchored) {
    strength -= t.unexplained * std::min(reading.unexplained, most_unexplained) * (leaning ? 0.5 : 1.0);
  }
  return strength;
}

struct Tally {
  double best = 0;
  double others = 0;
  double against = 0;
  std::vector<Evidence> evidence;
};

class Scales {
 public:
  Scales(const Catalog::Parts& parts, const Reading& reading, int last_intent)
      : parts_(parts), reading_(reading), last_intent_(last_intent) {}

  void consider(const CompiledPattern& pattern, const Places& places) {
    if (refused(reading_, pattern, places) ||
        (pattern.only && !covers_all(parts_, reading_, pattern, places)))
      return;
    const double strength = strength_of(parts_, reading_, pattern, places, last_intent_ >= 0);
    if (strength <= 0) return;
    auto& tally = tallies_[pattern.intent];
    Evidence evidence{pattern.at, pattern.against ? -pattern.weight : strength, {}};
    for (const auto& place : places) evidence.spans.push_back(reading_.original(place.begin, place.end));
    tally.evidence.push_back(std::move(evidence));
    if (pattern.against) {
      tally.against += pattern.weight;
    } else if (strength > tally.best) {
      tally.others += tally.best;
      tally.best = strength;
    } else {
      tally.others += strength;
    }
  }

  void consider(const CompiledPattern& pattern) {
    const bool in_context = pattern.after.empty() && !pattern.after_any;
    if (!in_context &&
        (last_intent_ < 0 || (!pattern.after_any && std::find(pattern.after.begin(), pattern.after.end(),
                                                              last_intent_) == pattern.after.end())))
      return;
    if (const auto places = places_of(reading_, pattern)) consider(pattern, *places);
  }

  [[nodiscard]] std::unordered_map<int, Tally>& tallies() { return tallies_; }

 private:
  const Catalog::Parts& parts_;
  const Reading& reading_;
  int last_intent_;
  std::unordered_map<int, Tally> tallies_;
};

void add_suggestions(const Catalog::Parts& parts, const Reading& reading,
                     std::vector<Candidate>& candidates) {
  const auto likeness = parts.likeness.of(reading);
  if (likeness.empty()) return;
  std::vector<bool> seen(parts.intents.size(), false);
  for (auto& candidate : candidates) {
    const auto index = static_cast<std::size_t>(parts.intent_index(candidate.intent));
    seen[index] = true;
    candidate.likeness = likeness[index];
    candidate.strength += parts.thresholds.similar * likeness[index];
  }
  for (std::size_t i = 0; i < likeness.size(); ++i) {
    const bool ours = (reading.anchored && !reading.foreign) || static_cast<int>(i) == parts.out_of_scope;
    if (seen[i] || !ours || likeness[i] < parts.thresholds.suggest / 2) continue;
    Candidate candidate;
    candidate.intent = parts.intents[i].id;
    candidate.suggested = true;
    candidate.likeness = likeness[i];
    candidate.strength = parts.thresholds.similar * likeness[i];
    candidates.push_back(std::move(candidate));
  }
}

}  // namespace

std::vector<Candidate> weigh(const Catalog::Parts& parts, const Reading& reading, int last_intent) {
  Scales scales(parts, reading, last_intent);
  int before = -1;
  for (const auto& hit : reading.hits) {
    if (hit.concept_index == before) continue;
    before = hit.concept_index;
    for (const int index : parts.brought_up_by[static_cast<std::size_t>(hit.concept_index)]) {
      const auto& pattern = parts.patterns[static_cast<std::size_t>(index)];
      const auto& alternatives = pattern.all[pattern.key];
      // A pattern is brought up once, by the first of its key's alternatives that was hit.
      const auto first =
          std::find_if(alternatives.begin(), alternatives.end(), [&](int c) { return reading.has(c); });
      if (*first == hit.concept_index) scales.consider(pattern);
    }
  }
  for (const auto& found : parts.whole.found_in(reading.line)) {
    scales.consider(parts.patterns[static_cast<std::size_t>(found.pattern)],
                    {Hit{-1, found.begin, found.end}});
  }

  std::vector<Candidate> candidates;
  for (auto& [intent, tally] : scales.tallies()) {
    const double strength =
        tally.best + std::min(most_from_others, second_share * tally.others) - tally.against;
    if (tally.best <= 0 || strength <= 0) continue;
    Candidate candidate;
    candidate.intent = parts.intents[static_cast<std::size_t>(intent)].id;
    candidate.strength = std::min(strength, parts.thresholds.cap);
    candidate.evidence = std::move(tally.evidence);
    candidates.push_back(std::move(candidate));
  }
  add_suggestions(parts, reading, candidates);
  for (auto& candidate : candidates) candidate.score = 1 - std::exp2(-candidate.strength);
  std::sort(candidates.begin(), candidates.end(), [](const Candidate& a, const Candidate& b) {
    return a.strength != b.strength ? a.strength > b.strength : a.intent < b.intent;
  });
  return candidates;
}

}  // namespace tulay::intents
