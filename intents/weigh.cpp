#include "intents/weigh.hpp"

#include <algorithm>
#include <cmath>
#include <unordered_map>

#include "intents/catalog_parts.hpp"
#include "intents/places.hpp"

namespace tulay::intents {
namespace {

constexpr double second_share = 0.25;  // further evidence for the same intent counts a little
constexpr double most_from_others = 0.5;
constexpr double per_word = 0.02;  // of two equal readings the one that explains more words
constexpr int most_loosely_read = 6;
constexpr int unhurried = 12;  // words that a plain question may have
constexpr int most_lengthy = 30;

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
    strength -= t.unexplained * std::min(reading.unexplained, most_loosely_read) * (leaning ? 0.5 : 1.0);
  }
  return strength;
}

struct Tally {
  double best = 0;
  double others = 0;
  double against = 0;
  double follow_up = 0;  // the best of the patterns that are read with the last topic
  std::vector<Evidence> evidence;
};

double strength_in(const Catalog::Parts& parts, const Tally& tally) {
  const double others = std::min(most_from_others, second_share * tally.others);
  return std::min(std::max(tally.best, tally.follow_up) + others - tally.against, parts.thresholds.cap);
}

// In log odds: what was told in answer to the bot's last words weighs more than examples, which know no
// conversation.
double gain_of(const Catalog::Parts& parts, const Tally& tally) {
  const auto& t = parts.thresholds;
  if (tally.follow_up > 0) return t.follow_up * std::max(0.0, tally.follow_up - tally.against);
  return t.pattern * std::max(tally.best > 0 ? 0.0 : -t.cap, strength_in(parts, tally));
}

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
    } else if (!pattern.after.empty() || pattern.after_any) {
      tally.follow_up = std::max(tally.follow_up, strength);
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

// What patterns and examples say together, in log odds as likeness was fitted. What is not ours is likelier
// where no word of our field stands.
std::vector<double> leanings(const Catalog::Parts& parts, const Reading& reading) {
  const auto& t = parts.thresholds;
  const auto sums = parts.likeness.leanings(reading);
  std::vector<double> lean(parts.intents.size(), 0);
  for (std::size_t i = 0; i < sums.size(); ++i) lean[i] = t.sharpness * static_cast<double>(sums[i]);
  if (parts.out_of_scope >= 0)
    lean[static_cast<std::size_t>(parts.out_of_scope)] += t.stranger + (reading.anchored ? 0 : t.unanchored);
  return lean;
}

// One thing leads to another.
void lean_on_thread(const Catalog::Parts& parts, int last_intent, std::vector<double>& lean) {
  lean[static_cast<std::size_t>(last_intent)] += parts.thresholds.same;
  for (const int one : parts.threads.related(last_intent))
    lean[static_cast<std::size_t>(one)] += parts.thresholds.related;
}

// Of sixty intents most are out of the question: only those that a client could be offered are told.
std::vector<Candidate> candidates_from(const Catalog::Parts& parts, std::unordered_map<int, Tally>& tallies,
                                       const std::vector<double>& shares) {
  std::vector<Candidate> candidates;
  for (std::size_t i = 0; i < shares.size(); ++i) {
    const auto found = tallies.find(static_cast<int>(i));
    const bool supported = found != tallies.end() && strength_in(parts, found->second) > 0;
    if (!supported && shares[i] < parts.thresholds.offer) continue;
    Candidate candidate;
    candidate.intent = parts.intents[i].id;
    candidate.score = shares[i];
    candidate.suggested = !supported;
    if (supported) {
      candidate.strength = strength_in(parts, found->second);
      candidate.evidence = std::move(found->second.evidence);
    }
    candidates.push_back(std::move(candidate));
  }
  return candidates;
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

  auto lean = leanings(parts, reading);
  if (last_intent >= 0) lean_on_thread(parts, last_intent, lean);
  for (const auto& [intent, tally] : scales.tallies())
    lean[static_cast<std::size_t>(intent)] += gain_of(parts, tally);
  to_shares(lean);
  auto candidates = candidates_from(parts, scales.tallies(), lean);
  std::sort(candidates.begin(), candidates.end(), [](const Candidate& a, const Candidate& b) {
    return a.score != b.score ? a.score > b.score : a.intent < b.intent;
  });
  return candidates;
}

}  // namespace tulay::intents
