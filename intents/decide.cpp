#include "intents/decide.hpp"

#include <algorithm>

namespace tulay::intents {
namespace {

constexpr std::string_view foreign = "out_of_scope";
constexpr std::size_t most_choices = 3;

bool worth_offering(const Thresholds& t, const Candidate& candidate, double best) {
  if (candidate.intent == foreign) return false;
  const double least = candidate.suggested ? t.suggest * t.similar : t.clarify;
  return candidate.strength >= least && candidate.strength >= best - t.band;
}

}  // namespace

Decision decide(const Thresholds& t, std::vector<Candidate>& candidates) {
  const auto own = std::find_if(candidates.begin(), candidates.end(),
                                [](const Candidate& c) { return c.intent != foreign; });
  const auto other = std::find_if(candidates.begin(), candidates.end(),
                                  [](const Candidate& c) { return c.intent == foreign; });
  const double best = own == candidates.end() ? 0 : own->strength;
  const double not_ours = other == candidates.end() ? 0 : other->strength;
  if (not_ours >= t.clarify && not_ours >= best) return Decision::fallback;
  if (best <= 0) return Decision::fallback;

  const auto next =
      std::find_if(own + 1, candidates.end(), [](const Candidate& c) { return c.intent != foreign; });
  const double second = std::max(not_ours, next == candidates.end() ? 0 : next->strength);
  if (!own->suggested && best >= t.answer && best - second >= t.margin) return Decision::answer;

  std::vector<Candidate> choices;
  for (const auto& candidate : candidates) {
    if (choices.size() < most_choices && worth_offering(t, candidate, best)) choices.push_back(candidate);
  }
  if (choices.empty()) return Decision::fallback;
  candidates = std::move(choices);
  return Decision::clarify;
}

}  // namespace tulay::intents
