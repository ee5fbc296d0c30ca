#include "intents/decide.hpp"

#include <algorithm>

namespace tulay::intents {
namespace {

constexpr std::string_view foreign = "out_of_scope";
constexpr std::size_t most_choices = 3;

bool ours(const Candidate& candidate) { return candidate.intent != foreign; }

}  // namespace

bool is_foreign(const Thresholds& t, const std::vector<Candidate>& candidates) {
  const auto other = std::find_if_not(candidates.begin(), candidates.end(), ours);
  return other != candidates.end() && other->score >= t.foreign_is;
}

Decision decide(const Thresholds& t, std::vector<Candidate>& candidates) {
  const auto own = std::find_if(candidates.begin(), candidates.end(), ours);
  if (own == candidates.end()) return Decision::fallback;
  if (own->score >= (own->suggested ? t.alone : t.answer)) {
    std::rotate(candidates.begin(), own, own + 1);
    return Decision::answer;
  }
  return doubt(t, candidates);
}

Decision doubt(const Thresholds& t, std::vector<Candidate>& candidates) {
  if (is_foreign(t, candidates)) return Decision::fallback;
  std::vector<Candidate> choices;
  double together = 0;
  for (const auto& candidate : candidates) {
    if (choices.size() == most_choices || !ours(candidate) || candidate.score < t.offer) continue;
    together += candidate.score;
    choices.push_back(candidate);
  }
  if (together < t.clarify) return Decision::fallback;
  candidates = std::move(choices);
  return Decision::clarify;
}

}  // namespace tulay::intents
