#include "intents/clauses.hpp"

#include <algorithm>
#include <array>
#include <cmath>
#include <optional>
#include <string_view>

#include "intents/catalog_parts.hpp"
#include "intents/decide.hpp"
#include "intents/weigh.hpp"

namespace tulay::intents {
namespace {

constexpr std::size_t most_pieces = 10;  // past that it is a story, read as a whole

// A greeting or thanks around a question is no question of its own.
constexpr std::array<std::string_view, 4> courtesies{"greeting", "thanks", "goodbye", "repeat_rephrase"};

std::vector<std::size_t> cuts(const Catalog::Parts& parts, const Reading& whole) {
  std::vector<std::size_t> at;
  for (std::size_t i = 0; i + 1 < whole.words.size(); ++i) {
    if (whole.words[i].word.after != Break::none) at.push_back(i + 1);
  }
  if (parts.connective >= 0) {
    for (const auto& hit : whole.of(parts.connective)) {
      if (hit.begin > 0) at.push_back(static_cast<std::size_t>(hit.begin));
    }
  }
  std::sort(at.begin(), at.end());
  at.erase(std::unique(at.begin(), at.end()), at.end());
  return at;
}

bool is_courtesy(std::string_view intent) {
  return std::find(courtesies.begin(), courtesies.end(), intent) != courtesies.end();
}

// Within a sentence, after "and" or a comma, a question starts with its question word: "and how long", but
// "an emergency and convenience?".
bool opens_with_a_question(const Catalog::Parts& parts, const Reading& reading) {
  constexpr int soon = 1;  // a filler may stand before it
  int begin = 0;           // after "and", "y aparte"
  if (parts.connective >= 0) {
    for (const auto& hit : reading.of(parts.connective)) {
      if (hit.begin <= begin) begin = std::max(begin, hit.end);
    }
  }
  const auto hits = reading.of(parts.asking);
  return std::any_of(hits.begin(), hits.end(), [&](const Hit& hit) { return hit.begin <= begin + soon; });
}

/// Finds the cutting under which a message is read most surely: a question is worth the logarithm of its
/// share and something for being one more; what belongs to none costs. Best of all cuttings, by dynamic
/// programming over the places to cut.
class Cutting {
 public:
  Cutting(const Catalog::Parts& parts, const Thresholds& thresholds, const Reading& whole,
          std::span<const Slot> slots, int last_intent)
      : parts_(parts), thresholds_(thresholds), whole_(whole), slots_(slots), last_intent_(last_intent) {}

  [[nodiscard]] std::vector<Part> best(const std::vector<std::size_t>& ends) {
    std::vector<Way> ways(ends.size() + 1);
    for (std::size_t to = 1; to <= ends.size(); ++to) {
      ways[to] = {ways[to - 1].worth - thresholds_.left_out, to - 1, {}};
      for (std::size_t from = 0; from < to; ++from) {
        auto part = part_of(from == 0 ? 0 : ends[from - 1], ends[to - 1]);
        if (!part) continue;
        const double worth =
            ways[from].worth + std::log(part->candidates.front().score) + thresholds_.another;
        if (worth > ways[to].worth) ways[to] = {worth, from, std::move(part)};
      }
    }
    std::vector<Part> found;
    for (std::size_t at = ends.size(); at > 0; at = ways[at].from) {
      if (ways[at].question) found.push_back(std::move(*ways[at].question));
    }
    std::reverse(found.begin(), found.end());
    found.erase(std::unique(found.begin(), found.end(), same_intent), found.end());
    return found;
  }

 private:
  struct Way {
    double worth = 0;
    std::size_t from = 0;
    std::optional<Part> question;
  };

  static bool same_intent(const Part& a, const Part& b) {
    return a.candidates.front().intent == b.candidates.front().intent;
  }

  /// The words from `begin` to before `end`, if they are a question of their own.
  [[nodiscard]] std::optional<Part> part_of(std::size_t begin, std::size_t end) const {
    const auto at = [this](std::size_t word) {
      return whole_.words.begin() + static_cast<std::ptrdiff_t>(word);
    };
    Part part;
    part.reading = read(parts_, {at(begin), at(end)}, slots_);
    part.candidates = weigh(parts_, part.reading, last_intent_);
    part.decision = decide(thresholds_, part.candidates);
    const bool own_sentence = begin == 0 || whole_.words[begin - 1].word.after == Break::strong;
    const bool all = begin == 0 && end == whole_.words.size();
    if (part.decision != Decision::answer || is_courtesy(part.candidates.front().intent)) return std::nullopt;
    if (!all && !stands(part, own_sentence)) return std::nullopt;
    return part;
  }

  // A plain statement asks nothing, but what is urgent, or asked by telling it, needs no question mark.
  [[nodiscard]] bool stands(const Part& part, bool own_sentence) const {
    const auto& intent =
        parts_.intents[static_cast<std::size_t>(parts_.intent_index(part.candidates.front().intent))];
    if (intent.urgency > 0 || (intent.told && own_sentence)) return true;
    if (!own_sentence && !opens_with_a_question(parts_, part.reading)) return false;
    return part.reading.asks_anywhere();
  }

  const Catalog::Parts& parts_;
  const Thresholds& thresholds_;
  const Reading& whole_;
  std::span<const Slot> slots_;
  int last_intent_;
};

}  // namespace

std::vector<Part> questions_in(const Catalog::Parts& parts, const Thresholds& thresholds,
                               const Reading& whole, std::span<const Slot> slots, int last_intent) {
  auto ends = cuts(parts, whole);
  if (ends.empty() || ends.size() > most_pieces) return {};
  ends.push_back(whole.words.size());
  return Cutting{parts, thresholds, whole, slots, last_intent}.best(ends);
}

}  // namespace tulay::intents
