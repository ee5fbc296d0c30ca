#pragma once

#include <chrono>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

#include "knowledge/language.hpp"

namespace tulay::knowledge {

/// A calendar day. What a Date means (which zone's day) is said where it is made.
using Date = std::chrono::year_month_day;

/// Seconds since 1970-01-01T00:00:00Z.
using Instant = std::chrono::sys_seconds;

/// Reads "YYYY-MM-DD"; nothing unless it is a real day between 1900 and 2200.
[[nodiscard]] std::optional<Date> date_from_iso(std::string_view text);

/// "YYYY-MM-DD".
[[nodiscard]] std::string iso(Date date);

/// Whole calendar days from `from` to `to`; negative when `to` is earlier.
[[nodiscard]] int days_between(Date from, Date to);

[[nodiscard]] Date plus_days(Date date, int days);

/// The calendar day of an instant in an IANA zone ("America/Los_Angeles"); nothing when the zone is unknown.
[[nodiscard]] std::optional<Date> day_in_zone(Instant instant, std::string_view zone);

/// What a wall calendar and a wall clock show.
struct LocalTime {
  Date day{};
  int minute = 0;  // since midnight

  bool operator==(const LocalTime&) const = default;
};
/// Day and time in a zone, daylight saving and all; nothing when the zone is unknown.
[[nodiscard]] std::optional<LocalTime> local_time(Instant instant, std::string_view zone);

/// "October 16, 2026", "16 de octubre de 2026", "Oktubre 16, 2026": the month in words, because 10/16 and
/// 16/10 are read differently by the firm's public.
[[nodiscard]] std::string long_form(Date date, Language language);

/// "Monday, November 30, 2026, 9:00 a.m.", "lunes 30 de noviembre de 2026, 9:00 a.m.", "Lunes, Nobyembre 30,
/// 2026, 9:00 a.m.".
[[nodiscard]] std::string long_form(const LocalTime& time, Language language);
/// "9:00 a.m.", "12:30 p.m.": the same in the three languages.
[[nodiscard]] std::string clock_form(int minute);

/// "Oct 16, 2026", "16 oct 2026", "Okt 16, 2026": for SMS.
[[nodiscard]] std::string short_form(Date date, Language language);

}  // namespace tulay::knowledge
