#pragma once

#include <string>
#include <tl/expected.hpp>

#include "bot/ports/outbox.hpp"

namespace tulay::bot {

/// One reminder, told from every other.
struct ReminderEntry {
  std::string case_number;
  knowledge::Date ends{};
  int days = 0;           // how many before `ends` it is for
  knowledge::Date day{};  // on which it is queued
};

/// Which reminders there were. May be shared by threads.
class ReminderBook {
 public:
  virtual ~ReminderBook() = default;
  /// Was this reminder queued before, or another one for the case on the same day?
  [[nodiscard]] virtual tl::expected<bool, StoreError> has(const ReminderEntry& entry) const = 0;
  /// Notes the reminder and puts its text into the outbox, both or neither; on disk when it returns. False,
  /// and nothing is done, when `has` holds.
  [[nodiscard]] virtual tl::expected<bool, StoreError> queue(const ReminderEntry& entry,
                                                             const QueuedText& text) = 0;
};

}  // namespace tulay::bot
