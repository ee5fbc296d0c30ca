#include "bot/engine/situation.hpp"

#include <algorithm>
#include <array>

namespace tulay::bot {
namespace {

using knowledge::HandoffLevel;

constexpr std::array<std::string_view, 8> about_the_end{
    "after_expiry",  "case_parole_expiry", "extension_not_possible", "parole_expiry",
    "reparole_what", "reparole_when",      "reparole_package",       "work_permit"};

}  // namespace

Situation situation_of(knowledge::Date parole_ends, knowledge::Date today) {
  const int days = knowledge::days_between(today, parole_ends);
  if (days <= 0) return {"band_expired", HandoffLevel::now, days};
  if (days <= 30) return {"band_30_1", HandoffLevel::now, days};
  if (days <= 90) return {"band_90_31", HandoffLevel::same_day, days};
  if (days <= 180) return {"band_180_91", HandoffLevel::none, days};
  return {"band_180plus", HandoffLevel::none, days};
}

std::optional<intents::DateReading> end_date_in(std::string_view topic,
                                                const std::vector<intents::Slot>& slots) {
  if (std::find(about_the_end.begin(), about_the_end.end(), topic) == about_the_end.end())
    return std::nullopt;
  std::optional<intents::DateReading> found;
  for (const auto& slot : slots) {
    const auto* const date = std::get_if<intents::DateReading>(&slot.value);
    if (date == nullptr) continue;
    if (found) return std::nullopt;
    found = *date;
  }
  return found;
}

}  // namespace tulay::bot
