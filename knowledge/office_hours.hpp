#pragma once

#include <array>
#include <optional>
#include <string_view>
#include <vector>

#include "knowledge/calendar.hpp"

namespace tulay::knowledge {

/// Some days of the week, open from one minute of the day to another.
struct OpenTime {
  std::array<bool, 7> days{};  // Sunday first
  int from = 0;                // minutes since midnight
  int to = 0;                  // not open any more
};

/// A day on which the office stays closed; of every year where no year is given.
struct ClosedDay {
  std::optional<std::chrono::year> year;
  std::chrono::month_day day{};
};

/// Reads "mon-fri 9:00-17:00", "sat 10:00-13:00".
[[nodiscard]] std::optional<OpenTime> open_time_from(std::string_view text);
/// Reads "2026-11-26" or, for every year, "12-25".
[[nodiscard]] std::optional<ClosedDay> closed_day_from(std::string_view text);

/// When people are at the office, by the wall clock of the firm's zone.
struct OfficeHours {
  std::vector<OpenTime> open;  // empty: not known
  std::vector<ClosedDay> closed;

  [[nodiscard]] bool known() const { return !open.empty(); }
  [[nodiscard]] bool open_at(const LocalTime& time) const;
  /// The next time the doors open after `time`; nothing when that is months away, or hours are not known.
  [[nodiscard]] std::optional<LocalTime> next_opening(const LocalTime& time) const;

 private:
  [[nodiscard]] bool works_on(const OpenTime& hours, Date day) const;
};

}  // namespace tulay::knowledge
