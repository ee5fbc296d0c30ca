#pragma once

#include "intents/thresholds.hpp"
#include "intents/understanding.hpp"

namespace tulay::intents {

/// Clear winner: answer. Close ones or weak evidence: clarify. Nothing, or plainly not our field: fallback.
/// Leaves in `candidates` what is worth offering, best first: on clarify two or three, on fallback the
/// nearest.
[[nodiscard]] Decision decide(const Thresholds& thresholds, std::vector<Candidate>& candidates);

}  // namespace tulay::intents
