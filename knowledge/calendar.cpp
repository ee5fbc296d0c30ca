#include "knowledge/calendar.hpp"

#include <date/tz.h>

#include <array>
#include <charconv>
#include <cstdio>
#include <stdexcept>

namespace tulay::knowledge {
namespace {

using Months = std::array<std::string_view, 12>;

constexpr Localized<Months> months{{"January", "February", "March", "April", "May", "June", "July", "August",
                                    "September", "October", "November", "December"},
                                   {"enero", "febrero", "marzo", "abril", "mayo", "junio", "julio", "agosto",
                                    "septiembre", "octubre", "noviembre", "diciembre"},
                                   {"Enero", "Pebrero", "Marso", "Abril", "Mayo", "Hunyo", "Hulyo", "Agosto",
                                    "Setyembre", "Oktubre", "Nobyembre", "Disyembre"}};

using Weekdays = std::array<std::string_view, 7>;

constexpr Localized<Weekdays> weekdays{
    {"Sunday", "Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday"},
    {"domingo", "lunes", "martes", "miércoles", "jueves", "viernes", "sábado"},
    {"Linggo", "Lunes", "Martes", "Miyerkules", "Huwebes", "Biyernes", "Sabado"}};

std::string written(Date date, Language language, std::string_view month, bool with_de) {
  const auto day = std::to_string(static_cast<unsigned>(date.day()));
  const auto year = std::to_string(static_cast<int>(date.year()));
  if (language == Language::es) {
    const std::string_view of = with_de ? " de " : " ";
    return day + std::string(of) + std::string(month) + std::string(of) + year;
  }
  return std::string(month) + " " + day + ", " + year;
}

std::string_view month_name(Date date, Language language) {
  return months[language][static_cast<unsigned>(date.month()) - 1];
}

std::optional<int> number(std::string_view text) {
  int value = 0;
  const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), value);
  if (error != std::errc() || end != text.data() + text.size()) return std::nullopt;
  return value;
}

}  // namespace

std::optional<Date> date_from_iso(std::string_view text) {
  if (text.size() != 10 || text[4] != '-' || text[7] != '-') return std::nullopt;
  const auto year = number(text.substr(0, 4));
  const auto month = number(text.substr(5, 2));
  const auto day = number(text.substr(8, 2));
  if (!year || !month || !day || *year < 1900 || *year > 2200 || *month < 1 || *day < 1) return std::nullopt;
  const Date date{std::chrono::year(*year), std::chrono::month(static_cast<unsigned>(*month)),
                  std::chrono::day(static_cast<unsigned>(*day))};
  return date.ok() ? std::optional(date) : std::nullopt;
}

std::string iso(Date date) {
  std::array<char, 32> out{};
  std::snprintf(out.data(), out.size(), "%04d-%02u-%02u", static_cast<int>(date.year()),
                static_cast<unsigned>(date.month()), static_cast<unsigned>(date.day()));
  return out.data();
}

int days_between(Date from, Date to) {
  return static_cast<int>((std::chrono::sys_days(to) - std::chrono::sys_days(from)).count());
}

Date plus_days(Date date, int days) { return std::chrono::sys_days(date) + std::chrono::days(days); }

std::optional<Date> day_in_zone(Instant instant, std::string_view zone) {
  try {
    const auto* const found = ::date::locate_zone(std::string(zone));
    const auto local = found->to_local(instant);
    return Date(std::chrono::sys_days(std::chrono::floor<std::chrono::days>(local.time_since_epoch())));
  } catch (const std::runtime_error&) {
    return std::nullopt;
  }
}

std::optional<LocalTime> local_time(Instant instant, std::string_view zone) {
  try {
    const auto local = ::date::locate_zone(std::string(zone))->to_local(instant).time_since_epoch();
    const auto midnight = std::chrono::floor<std::chrono::days>(local);
    const auto minute = std::chrono::floor<std::chrono::minutes>(local - midnight);
    return LocalTime{Date(std::chrono::sys_days(midnight)), static_cast<int>(minute.count())};
  } catch (const std::runtime_error&) {
    return std::nullopt;
  }
}

std::string clock_form(int minute) {
  const int hour = minute / 60 % 24;
  std::array<char, 32> out{};
  std::snprintf(out.data(), out.size(), "%d:%02d %s", hour % 12 == 0 ? 12 : hour % 12, minute % 60,
                hour < 12 ? "a.m." : "p.m.");
  return out.data();
}

std::string long_form(const LocalTime& time, Language language) {
  const std::chrono::weekday weekday{std::chrono::sys_days(time.day)};
  const std::string name(weekdays[language][weekday.c_encoding()]);
  return name + (language == Language::es ? " " : ", ") + long_form(time.day, language) + ", " +
         clock_form(time.minute);
}

std::string long_form(Date date, Language language) {
  return written(date, language, month_name(date, language), true);
}

std::string short_form(Date date, Language language) {
  return written(date, language, month_name(date, language).substr(0, 3), false);
}

}  // namespace tulay::knowledge
