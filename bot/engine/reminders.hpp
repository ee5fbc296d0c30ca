#pragma once

#include <cstdint>
#include <optional>
#include <string_view>
#include <vector>

#include "bot/ports/deliveries.hpp"
#include "bot/ports/opt_outs.hpp"
#include "bot/ports/parole_ends.hpp"
#include "bot/ports/reminder_book.hpp"

namespace tulay::bot {

class QuietHours;

/// Why a reminder that is due is not sent. A person then has to reach the client, but for the last.
enum class Held : std::uint8_t {
  no_phone,
  no_consent,
  restricted,  // the file says how the client may be reached, and it is not by the bot's texts
  no_zone,     // nobody knows what time it is where the client is
  dead_number,
  opted_out,
  reminded,  // before, or of something else today
};

/// "no_phone", "no_consent", …
[[nodiscard]] std::string_view name(Held held);

struct Reminder {
  EndingParole parole;
  int days = 0;  // which of the firm's days before the end it is for
  std::optional<Held> held;
};

/// The day before the end that a reminder is due for; nothing when none is. A run that was missed is made up
/// for within three days, not later: the next day's reminder would follow too closely. Pure.
[[nodiscard]] std::optional<int> reminder_due(knowledge::Date ends, knowledge::Date today,
                                              const std::vector<int>& days);

/// Everything that decides about a reminder; all must outlive the call.
struct ReminderDoors {
  const ParoleEnds& paroles;
  const OptOuts& opt_outs;
  const Deliveries& deliveries;
  const ReminderBook& book;
  const QuietHours& quiet;
};

/// The reminders of today, each with what holds it back; else why nobody knows, for staff.
[[nodiscard]] tl::expected<std::vector<Reminder>, std::string> reminders_of(const ReminderDoors& doors,
                                                                            knowledge::Date today,
                                                                            knowledge::Instant now,
                                                                            const std::vector<int>& days);

[[nodiscard]] ReminderEntry entry_of(const Reminder& reminder, knowledge::Date today);

}  // namespace tulay::bot
