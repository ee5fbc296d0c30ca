#pragma once

#include "intents/thresholds.hpp"
#include "intents/understanding.hpp"

namespace tulay::intents {

/// What the message is about is not ours: what else is read in it is chance.
[[nodiscard]] bool is_foreign(const Thresholds& thresholds, const std::vector<Candidate>& candidates);

/// Clear winner: answer. Close ones or weak evidence: clarify. Nothing, or plainly not our field: fallback.
/// Leaves in `candidates` what is worth offering, best first: on clarify two or three, on fallback the
/// nearest.
[[nodiscard]] Decision decide(const Thresholds& thresholds, std::vector<Candidate>& candidates);

/// The same where nothing is clear enough to answer: clarify or fallback.
[[nodiscard]] Decision doubt(const Thresholds& thresholds, std::vector<Candidate>& candidates);

}  // namespace tulay::intents
