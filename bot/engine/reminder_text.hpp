#pragma once

#include "bot/engine/reminders.hpp"
#include "bot/engine/snapshot.hpp"
#include "bot/ports/entropy.hpp"
#include "bot/ports/firm.hpp"

namespace tulay::bot {

/// The reminder in the client's language: the date as the file has it, what to do, how to end texts; no name
/// and no case number, as it shows on a locked screen. Pure.
[[nodiscard]] std::string reminder_text(const Reminder& reminder, const knowledge::Knowledge& knowledge,
                                        const Firm& firm, knowledge::Date today);

/// The same, ready for the outbox. Its key tells nobody which case it is about.
[[nodiscard]] QueuedText queued_reminder(const Reminder& reminder, std::string text, const Entropy& entropy,
                                         knowledge::Date today, knowledge::Instant now);

}  // namespace tulay::bot
