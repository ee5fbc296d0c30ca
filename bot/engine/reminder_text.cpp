#include "bot/engine/reminder_text.hpp"

#include <algorithm>

#include "bot/engine/filling.hpp"
#include "bot/engine/situation.hpp"

namespace tulay::bot {
namespace {

constexpr int late_after_days = 3;

}  // namespace

std::string reminder_text(const Reminder& reminder, const knowledge::Knowledge& knowledge, const Firm& firm,
                          knowledge::Date today) {
  const auto& parole = reminder.parole;
  Filling filling(knowledge, firm, parole.language, today, {});
  filling.set("case.ends", knowledge::short_form(parole.ends, parole.language));
  filling.set("case.to_do", filling.phrase(situation_of(parole.ends, today).phrase, true));
  return filling.phrase("reminder", true);
}

QueuedText queued_reminder(const Reminder& reminder, std::string text, const Entropy& entropy,
                           knowledge::Date today, knowledge::Instant now) {
  const auto& parole = reminder.parole;
  const int useful_days = std::min(late_after_days, knowledge::days_between(today, parole.ends));
  QueuedText out;
  out.to = parole.phone.value_or("");
  out.text = std::move(text);
  out.key = "reminder-" + entropy.digest(parole.case_number + "|" + knowledge::iso(parole.ends) + "|" +
                                         std::to_string(reminder.days));
  out.purpose = TextPurpose::reminder;
  out.queued = now;
  out.useless_after = now + std::chrono::hours(24) * useful_days;
  out.zone = parole.time_zone;
  return out;
}

}  // namespace tulay::bot
