#include "adapters/cases/date_formats.hpp"

#include <algorithm>
#include <charconv>

namespace tulay::cases {
namespace {

using knowledge::Date;

constexpr int first_year = 1990;
constexpr int last_year = 2100;
constexpr int pivot = 60;  // %y: 60 is 2060, 61 is 1961

bool is_figure(char c) { return c >= '0' && c <= '9'; }

/// From `least` to `most` digits at the front, taken off.
std::optional<int> take_number(std::string_view& text, std::size_t least, std::size_t most) {
  std::size_t size = 0;
  while (size < std::min(most, text.size()) && is_figure(text[size])) ++size;
  int value = 0;
  if (size < least || std::from_chars(text.data(), text.data() + size, value).ec != std::errc())
    return std::nullopt;
  text.remove_prefix(size);
  return value;
}

struct Parts {
  int year = 0;
  int month = 0;
  int day = 0;
};

bool take_part(char letter, std::string_view& text, Parts& parts) {
  const bool year = letter == 'Y' || letter == 'y';
  const auto value = letter == 'Y' ? take_number(text, 4, 4) : take_number(text, year ? 2 : 1, 2);
  if (!value) return false;
  if (letter == 'Y') parts.year = *value;
  if (letter == 'y') parts.year = *value + (*value <= pivot ? 2000 : 1900);
  if (letter == 'm') parts.month = *value;
  if (letter == 'd') parts.day = *value;
  return true;
}

/// The date that `format` finds at the front of `text`, which is left with the rest.
std::optional<Date> take_date(std::string_view format, std::string_view& text) {
  Parts parts;
  for (std::size_t i = 0; i < format.size(); ++i) {
    if (format[i] == '%' && i + 1 < format.size()) {
      if (!take_part(format[++i], text, parts)) return std::nullopt;
    } else {
      if (text.empty() || text[0] != format[i]) return std::nullopt;
      text.remove_prefix(1);
    }
  }
  const Date date{std::chrono::year(parts.year), std::chrono::month(static_cast<unsigned>(parts.month)),
                  std::chrono::day(static_cast<unsigned>(parts.day))};
  return date.ok() ? std::optional(date) : std::nullopt;
}

struct TimeOfDay {
  std::chrono::seconds since_midnight{};
  std::optional<std::chrono::seconds> offset;  // east of Greenwich
};

/// "+02", "+02:00", "-0800", "Z", or nothing.
bool take_offset(std::string_view text, TimeOfDay& time) {
  if (text.empty()) return true;
  if (text == "Z" || text == "z") {
    time.offset = std::chrono::seconds(0);
    return true;
  }
  const bool west = text[0] == '-';
  if (!west && text[0] != '+') return false;
  text.remove_prefix(1);
  const auto hours = take_number(text, 2, 2);
  if (text.starts_with(':')) text.remove_prefix(1);
  const auto minutes = text.empty() ? 0 : take_number(text, 2, 2);
  if (!hours || !minutes || !text.empty()) return false;
  const std::chrono::seconds offset = std::chrono::hours(*hours) + std::chrono::minutes(*minutes);
  time.offset = west ? -offset : offset;
  return true;
}

/// "T18:00:00Z", " 18:00", " 6:00:00 PM"; nothing when it is none of these.
std::optional<TimeOfDay> read_time(std::string_view text) {
  if (text.empty()) return TimeOfDay{};
  if (text[0] != 'T' && text[0] != ' ') return std::nullopt;
  text.remove_prefix(1);
  const auto hours = take_number(text, 1, 2);
  if (!hours || !text.starts_with(':')) return std::nullopt;
  text.remove_prefix(1);
  const auto minutes = take_number(text, 2, 2);
  if (!minutes) return std::nullopt;
  TimeOfDay time{std::chrono::hours(*hours) + std::chrono::minutes(*minutes), std::nullopt};
  if (text.starts_with(':')) {
    text.remove_prefix(1);
    const auto seconds = take_number(text, 2, 2);
    if (!seconds) return std::nullopt;
    time.since_midnight += std::chrono::seconds(*seconds);
    if (text.starts_with('.'))
      text.remove_prefix(std::min(text.find_first_not_of("0123456789", 1), text.size()));
  }
  if (text.starts_with(' ')) text.remove_prefix(1);
  if (text == "AM" || text == "PM" || text == "am" || text == "pm") return time;  // the day is all we want
  return take_offset(text, time) ? std::optional(time) : std::nullopt;
}

std::optional<Date> read_formatted(std::string_view text, std::string_view format, const std::string& zone) {
  const auto date = take_date(format, text);
  if (!date) return std::nullopt;
  const auto time = read_time(text);
  if (!time) return std::nullopt;
  if (!time->offset) return date;
  return knowledge::day_in_zone(std::chrono::sys_days(*date) + time->since_midnight - *time->offset, zone);
}

/// Spreadsheets count days; 1 is 1900-01-01, and they believe that 1900 was a leap year.
std::optional<Date> read_serial(std::string_view text) {
  constexpr Date zero{std::chrono::year(1899), std::chrono::month(12), std::chrono::day(30)};
  const auto days = take_number(text, 5, 5);
  if (!days || (!text.empty() && (text[0] != '.' || text.find_first_not_of("0123456789", 1) != text.npos)))
    return std::nullopt;
  return knowledge::plus_days(zero, *days);
}

std::optional<Date> read_by(std::string_view text, std::string_view format, const std::string& zone) {
  if (format == "excel") return read_serial(text);
  return read_formatted(text, format == "access" ? "%m/%d/%y" : format, zone);
}

}  // namespace

bool is_date_format(std::string_view format) {
  if (format == "access" || format == "excel") return true;
  std::string letters;
  for (std::size_t i = 0; i < format.size(); ++i) {
    if (format[i] == '%' && i + 1 < format.size()) letters += format[++i];
  }
  std::sort(letters.begin(), letters.end());
  return letters == "Ydm" || letters == "dmy";
}

std::optional<Date> read_day(std::string_view text, const std::vector<std::string>& formats,
                             const std::string& time_zone) {
  while (text.ends_with(' ')) text.remove_suffix(1);
  for (const auto& format : formats) {
    const auto date = read_by(text, format, time_zone);
    if (!date) continue;
    const int year = static_cast<int>(date->year());
    return year < first_year || year > last_year ? std::nullopt : date;
  }
  return std::nullopt;
}

std::optional<Date> read_birth_date(std::string_view text, const std::vector<std::string>& formats) {
  while (text.ends_with(' ')) text.remove_suffix(1);
  for (const auto& format : formats) {
    if (format.find("%y") != std::string::npos || format == "access") continue;
    const auto date = read_by(text, format, "UTC");
    if (date && static_cast<int>(date->year()) >= 1900 && static_cast<int>(date->year()) <= last_year)
      return date;
  }
  return std::nullopt;
}

}  // namespace tulay::cases
