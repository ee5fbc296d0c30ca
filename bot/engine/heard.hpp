#pragma once

#include <string_view>
#include <vector>

#include "bot/engine/guide_reading.hpp"
#include "bot/engine/plan.hpp"

namespace tulay::bot {

/// A message understood, and what is to be done about it.
struct Heard {
  intents::Understanding understanding;
  std::vector<Step> steps;
  GuideMove guide;  // what it is to a guide

  /// The normal form of the first slot of a kind in the whole message; empty when there is none.
  [[nodiscard]] std::string slot(intents::SlotKind kind) const;
};

[[nodiscard]] Heard hear(const Snapshot& snapshot, const Session& session, std::string_view text,
                         knowledge::Date today);

}  // namespace tulay::bot
