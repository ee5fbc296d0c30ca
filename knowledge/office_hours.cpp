#include "knowledge/office_hours.hpp"

#include <algorithm>
#include <charconv>
#include <string>

namespace tulay::knowledge {
namespace {

constexpr std::array<std::string_view, 7> day_names{"sun", "mon", "tue", "wed", "thu", "fri", "sat"};
constexpr int day_minutes = 24 * 60;
constexpr int days_ahead = 100;

std::optional<std::size_t> weekday(std::string_view name) {
  const auto found = std::find(day_names.begin(), day_names.end(), name);
  return found == day_names.end() ? std::nullopt
                                  : std::optional(static_cast<std::size_t>(found - day_names.begin()));
}

std::optional<int> whole_number(std::string_view digits) {
  int value = 0;
  const auto read = std::from_chars(digits.data(), digits.data() + digits.size(), value);
  const bool whole = read.ec == std::errc{} && read.ptr == digits.data() + digits.size();
  return whole && value >= 0 ? std::optional(value) : std::nullopt;
}

/// "9:00", "17:30", "24:00"
std::optional<int> minute_of_day(std::string_view text) {
  const auto colon = text.find(':');
  if (colon == std::string_view::npos || text.size() - colon != 3) return std::nullopt;
  const auto hour = whole_number(text.substr(0, colon));
  const auto minute = whole_number(text.substr(colon + 1));
  if (!hour || !minute || *minute > 59 || *hour * 60 + *minute > day_minutes) return std::nullopt;
  return *hour * 60 + *minute;
}

struct Pair {
  std::string_view first;
  std::string_view second;
};

std::optional<Pair> halves(std::string_view text, char by) {
  const auto at = text.find(by);
  if (at == std::string_view::npos) return std::nullopt;
  return Pair{text.substr(0, at), text.substr(at + 1)};
}

}  // namespace

std::optional<OpenTime> open_time_from(std::string_view text) {
  const auto parts = halves(text, ' ');
  if (!parts) return std::nullopt;
  const auto days = halves(parts->first, '-').value_or(Pair{parts->first, parts->first});
  const auto first = weekday(days.first);
  const auto last = weekday(days.second);
  const auto times = halves(parts->second, '-');
  if (!first || !last || !times) return std::nullopt;
  const auto from = minute_of_day(times->first);
  const auto to = minute_of_day(times->second);
  if (!from || !to || *from >= *to) return std::nullopt;
  OpenTime out;
  out.from = *from;
  out.to = *to;
  for (auto day = *first;; day = (day + 1) % day_names.size()) {
    out.days.at(day) = true;
    if (day == *last) break;
  }
  return out;
}

std::optional<ClosedDay> closed_day_from(std::string_view text) {
  const bool yearly = text.size() == 5;
  // A leap year, so that every day there is can be closed.
  const auto date = date_from_iso(yearly ? "2024-" + std::string(text) : std::string(text));
  if (!date) return std::nullopt;
  ClosedDay out;
  if (!yearly) out.year = date->year();
  out.day = date->month() / date->day();
  return out;
}

bool OfficeHours::works_on(const OpenTime& hours, Date day) const {
  const bool holiday = std::any_of(closed.begin(), closed.end(), [&](const ClosedDay& one) {
    return one.day == day.month() / day.day() && (!one.year || *one.year == day.year());
  });
  return !holiday && hours.days.at(std::chrono::weekday(std::chrono::sys_days(day)).c_encoding());
}

bool OfficeHours::open_at(const LocalTime& time) const {
  return std::any_of(open.begin(), open.end(), [&](const OpenTime& hours) {
    return works_on(hours, time.day) && hours.from <= time.minute && time.minute < hours.to;
  });
}

std::optional<LocalTime> OfficeHours::next_opening(const LocalTime& time) const {
  for (int ahead = 0; ahead < days_ahead; ++ahead) {
    const auto day = plus_days(time.day, ahead);
    std::optional<int> earliest;
    for (const auto& hours : open) {
      if (!works_on(hours, day) || (ahead == 0 && hours.from <= time.minute)) continue;
      earliest = std::min(earliest.value_or(hours.from), hours.from);
    }
    if (earliest) return LocalTime{day, *earliest};
  }
  return std::nullopt;
}

}  // namespace tulay::knowledge
