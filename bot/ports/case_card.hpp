#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "knowledge/calendar.hpp"

namespace tulay::bot {

enum class CaseEventState : std::uint8_t { done, now, ahead };

/// "done", "now", "ahead".
[[nodiscard]] std::string_view name(CaseEventState state);

/// A date of the firm's file.
struct CaseEvent {
  std::string label;
  std::optional<knowledge::Date> on;  // not known: only of what is now
  CaseEventState state = CaseEventState::done;
};

/// A client's case at a glance, in the client's words: each date stands in the file, none is computed. Drawn
/// for one reply, after verification; never stored.
struct CaseCard {
  std::string number;
  std::string title;                // "re-parole RP-2026-014"
  std::string status;               // the stage
  std::string note;                 // from when the file is
  std::vector<CaseEvent> timeline;  // soonest first
};

}  // namespace tulay::bot
