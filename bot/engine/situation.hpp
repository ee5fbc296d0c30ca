#pragma once

#include <cstdint>
#include <optional>
#include <string_view>
#include <vector>

#include "intents/slot.hpp"
#include "knowledge/calendar.hpp"
#include "knowledge/topic.hpp"

namespace tulay::bot {

/// How near the end of a parole is, by a date that the client wrote. The bands are the law file's, section F;
/// none of them computes a legal deadline.
struct Situation {
  std::string_view phrase;  // "band_90_31"
  knowledge::HandoffLevel handoff = knowledge::HandoffLevel::none;
  int days = 0;
};

[[nodiscard]] Situation situation_of(knowledge::Date parole_ends, knowledge::Date today);

/// The date in a question about the end of a parole; nothing for other topics, or with no or several dates.
[[nodiscard]] std::optional<intents::DateReading> end_date_in(std::string_view topic,
                                                              const std::vector<intents::Slot>& slots);

}  // namespace tulay::bot
