#pragma once

#include <optional>
#include <vector>

#include "bot/engine/answer.hpp"
#include "bot/engine/case_turn.hpp"
#include "bot/engine/guide_reading.hpp"

namespace tulay::bot {

/// What a turn does to the guides of a session, and what they say in it.
struct GuideTurn {
  std::vector<GuideState> next;
  std::optional<Spoken> spoken;
  bool alone = false;                  // nothing else is said in this turn
  std::optional<Suggestion> to_go_on;  // a guide waits: the way back to it
};

/// One step of a guide: takes the answer, asks what is next or tells the result; after something else in the
/// middle, the question that waits again. Pure.
[[nodiscard]] GuideTurn guide_turn(const GuideMove& move, const CaseTurn& cases, const Setting& setting);

}  // namespace tulay::bot
