#include "bot/engine/reminders.hpp"

#include <algorithm>

#include "bot/engine/quiet_hours.hpp"

namespace tulay::bot {
namespace {

using HeldOr = tl::expected<std::optional<Held>, std::string>;

constexpr int grace_days = 3;

std::optional<Held> held_by_file(const EndingParole& parole, const QuietHours& quiet,
                                 knowledge::Instant now) {
  if (!parole.consents) return Held::no_consent;
  if (parole.restriction != ContactRestriction::none) return Held::restricted;
  if (!parole.phone || parole.phone->empty()) return Held::no_phone;
  if (!quiet.opening(*parole.phone, parole.time_zone, now)) return Held::no_zone;
  return std::nullopt;
}

HeldOr held_back(const ReminderDoors& doors, const Reminder& reminder, knowledge::Date today,
                 knowledge::Instant now) {
  if (auto held = held_by_file(reminder.parole, doors.quiet, now)) return held;
  const auto& phone = *reminder.parole.phone;
  const auto out = doors.opt_outs.is_opted_out(phone);
  if (!out) return tl::unexpected(out.error().detail);
  if (*out) return Held::opted_out;
  const auto dead = doors.deliveries.is_dead(phone);
  if (!dead) return tl::unexpected(dead.error().detail);
  if (*dead) return Held::dead_number;
  const auto before = doors.book.has(entry_of(reminder, today));
  if (!before) return tl::unexpected(before.error().detail);
  return *before ? std::optional(Held::reminded) : std::nullopt;
}

}  // namespace

std::string_view name(Held held) {
  switch (held) {
    case Held::no_phone:
      return "no_phone";
    case Held::no_consent:
      return "no_consent";
    case Held::restricted:
      return "restricted";
    case Held::no_zone:
      return "no_zone";
    case Held::dead_number:
      return "dead_number";
    case Held::opted_out:
      return "opted_out";
    case Held::reminded:
      break;
  }
  return "reminded";
}

std::optional<int> reminder_due(knowledge::Date ends, knowledge::Date today, const std::vector<int>& days) {
  const int left = knowledge::days_between(today, ends);
  std::optional<int> due;
  for (const int one : days) {
    if (one >= left && one - left < grace_days && left > 0 && (!due || one < *due)) due = one;
  }
  return due;
}

ReminderEntry entry_of(const Reminder& reminder, knowledge::Date today) {
  return {reminder.parole.case_number, reminder.parole.ends, reminder.days, today};
}

tl::expected<std::vector<Reminder>, std::string> reminders_of(const ReminderDoors& doors,
                                                              knowledge::Date today, knowledge::Instant now,
                                                              const std::vector<int>& days) {
  std::vector<Reminder> out;
  if (days.empty()) return out;
  const int longest = *std::max_element(days.begin(), days.end());
  const auto paroles =
      doors.paroles.ending(knowledge::plus_days(today, 1), knowledge::plus_days(today, longest));
  if (!paroles) return tl::unexpected(std::string("the firm's cases cannot be read"));
  for (const auto& parole : *paroles) {
    const auto due = reminder_due(parole.ends, today, days);
    if (!due) continue;
    Reminder reminder{parole, *due, std::nullopt};
    const auto held = held_back(doors, reminder, today, now);
    if (!held) return tl::unexpected(held.error());
    reminder.held = *held;
    out.push_back(std::move(reminder));
  }
  return out;
}

}  // namespace tulay::bot
