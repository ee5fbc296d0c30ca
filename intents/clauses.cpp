#include "intents/clauses.hpp"

#include <algorithm>
#include <array>
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
    if (whole.words[i].word.after == Break::strong) at.push_back(i + 1);
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

// Within a sentence, after "and", a question starts with its question word: "and how long", but "an emergency
// and convenience?".
bool opens_with_a_question(const Catalog::Parts& parts, const Reading& reading) {
  constexpr int soon = 3;  // words
  const auto hits = reading.of(parts.asking);
  return std::any_of(hits.begin(), hits.end(), [](const Hit& hit) { return hit.begin <= soon; });
}

/// Goes through a message piece by piece and keeps those that are questions of their own.
class Finder {
 public:
  Finder(const Catalog::Parts& parts, const Thresholds& thresholds, const Reading& whole,
         std::span<const Slot> slots, int last_intent)
      : parts_(parts), thresholds_(thresholds), whole_(whole), slots_(slots), last_intent_(last_intent) {}

  void add_piece_until(std::size_t end) {
    const bool own_sentence = begin_ == 0 || whole_.words[begin_ - 1].word.after == Break::strong;
    auto part = part_of(begin_, end);
    const bool asks = part.reading.asks_anywhere();
    // What was told leads up to what is asked: "She is dying. Can my uncle come?"
    if (asks && story_ < begin_) {
      if (auto with_story = part_of(story_, end); stands(with_story, own_sentence))
        part = std::move(with_story);
    }
    begin_ = end;
    const bool answered = stands(part, own_sentence);
    if (answered || asks) story_ = end;
    if (answered) keep(std::move(part));
  }

  [[nodiscard]] std::vector<Part> found() && { return std::move(found_); }

 private:
  [[nodiscard]] Part part_of(std::size_t begin, std::size_t end) const {
    const auto at = [this](std::size_t word) {
      return whole_.words.begin() + static_cast<std::ptrdiff_t>(word);
    };
    Part part;
    part.reading = read(parts_, {at(begin), at(end)}, slots_);
    part.candidates = weigh(parts_, part.reading, last_intent_);
    part.decision = decide(thresholds_, part.candidates);
    return part;
  }

  // A plain statement asks nothing, but what is urgent needs no question mark.
  [[nodiscard]] bool stands(const Part& part, bool own_sentence) const {
    if (part.decision != Decision::answer) return false;
    const auto& best = part.candidates.front();
    if (best.score < (best.suggested ? thresholds_.part_alone : thresholds_.part)) return false;
    const auto& intent = best.intent;
    if (parts_.intents[static_cast<std::size_t>(parts_.intent_index(intent))].urgency > 0) return true;
    if (!own_sentence && !opens_with_a_question(parts_, part.reading)) return false;
    return part.reading.asks_anywhere() && !is_courtesy(intent);
  }

  void keep(Part part) {
    const auto& intent = part.candidates.front().intent;
    last_intent_ = parts_.intent_index(intent);
    if (found_.empty() || found_.back().candidates.front().intent != intent)
      found_.push_back(std::move(part));
  }

  const Catalog::Parts& parts_;
  const Thresholds& thresholds_;
  const Reading& whole_;
  std::span<const Slot> slots_;
  int last_intent_;
  std::size_t begin_ = 0;  // of the next piece
  std::size_t story_ = 0;  // where the statements before it begin
  std::vector<Part> found_;
};

}  // namespace

std::vector<Part> questions_in(const Catalog::Parts& parts, const Thresholds& thresholds,
                               const Reading& whole, std::span<const Slot> slots, int last_intent) {
  auto ends = cuts(parts, whole);
  if (ends.empty() || ends.size() > most_pieces) return {};
  ends.push_back(whole.words.size());
  Finder finder{parts, thresholds, whole, slots, last_intent};
  for (const auto end : ends) finder.add_piece_until(end);
  return std::move(finder).found();
}

}  // namespace tulay::intents
