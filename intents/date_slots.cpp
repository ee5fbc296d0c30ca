// Dates in all the usual shapes: 10/05/2026, Oct 5, 5 de octubre, a-5 ng Disyembre. US order first (M8).
#include <algorithm>
#include <array>
#include <charconv>

#include "intents/slot_reader.hpp"

namespace tulay::intents {
namespace {

using knowledge::Date;

constexpr std::array<std::array<std::string_view, 9>, 12> month_names{{
    {"january", "jan", "enero", "ene", "", "", "", "", ""},
    {"february", "feb", "febrero", "pebrero", "peb", "", "", "", ""},
    {"march", "mar", "marzo", "marso", "", "", "", "", ""},
    {"april", "apr", "abril", "abr", "", "", "", "", ""},
    {"may", "mayo", "", "", "", "", "", "", ""},
    {"june", "jun", "junio", "hunyo", "hun", "", "", "", ""},
    {"july", "jul", "julio", "hulyo", "hul", "", "", "", ""},
    {"august", "aug", "agosto", "ago", "", "", "", "", ""},
    {"september", "sep", "sept", "septiembre", "setiembre", "setyembre", "set", "", ""},
    {"october", "oct", "octubre", "oktubre", "okt", "", "", "", ""},
    {"november", "nov", "noviembre", "nobyembre", "nob", "", "", "", ""},
    {"december", "dec", "diciembre", "dic", "disyembre", "dis", "", "", ""},
}};

int number_in(std::string_view text) {
  int value = 0;
  std::from_chars(text.data(), text.data() + text.size(), value);
  return value;
}

std::optional<unsigned> month_named(std::string_view word) {
  for (std::size_t m = 0; m < month_names.size(); ++m) {
    for (const auto name : month_names[m]) {
      if (!name.empty() && name == word) return static_cast<unsigned>(m) + 1;
    }
  }
  return std::nullopt;
}

std::optional<unsigned> day_number(std::string_view word) {
  for (const std::string_view ending : {"st", "nd", "rd", "th"}) {
    if (word.size() > 2 && word.ends_with(ending)) word.remove_suffix(2);
  }
  if (word.starts_with("a") && word.size() > 1) word.remove_prefix(1);  // Tagalog "a-5 ng Disyembre"
  if (!all_digits(word) || word.size() > 2) return std::nullopt;
  const int value = number_in(word);
  return value >= 1 && value <= 31 ? std::optional(static_cast<unsigned>(value)) : std::nullopt;
}

std::optional<int> year_number(std::string_view word) {
  if (!all_digits(word)) return std::nullopt;
  const int value = number_in(word);
  if (word.size() == 4 && value >= 1900 && value <= 2199) return value;
  return std::nullopt;
}

std::optional<Date> real(int year, unsigned month, unsigned day) {
  const Date date{std::chrono::year(year), std::chrono::month(month), std::chrono::day(day)};
  return date.ok() ? std::optional(date) : std::nullopt;
}

// Without a year: the nearest such day that is not more than half a year past.
std::optional<Date> completed(unsigned month, unsigned day, Date today) {
  constexpr int half_a_year = 183;
  const int this_year = static_cast<int>(today.year());
  for (const int year : {this_year - 1, this_year, this_year + 1, this_year + 2}) {
    const auto date = real(year, month, day);
    if (date && knowledge::days_between(today, *date) >= -half_a_year) return date;
  }
  return std::nullopt;
}

class DateReader {
 public:
  DateReader(SlotText& text, Date today) : text_(text), today_(today) {}

  void read() {
    for (std::size_t at = 0; at < text_.words.size(); ++at) {
      read_iso(at);
      if (!read_numeric(at)) read_named(at);
    }
  }

 private:
  [[nodiscard]] std::string_view word(std::size_t at) const { return at < text_.words.size() ? std::string_view(text_.words[at].text) : std::string_view(); }

  [[nodiscard]] std::string_view written(std::size_t first, std::size_t last) const {
    const auto begin = text_.words[first].span.begin;
    return text_.utterance.substr(begin, text_.words[last].span.end - begin);
  }

  // "2026-10-16" is one word after folding: 20261016.
  void read_iso(std::size_t at) {
    if (word(at).size() != 8 || !text_.words[at].number) return;
    if (const auto date = knowledge::date_from_iso(written(at, at))) text_.claim(SlotKind::date, DateReading{*date, std::nullopt}, at, at);
  }

  // 10/05/2026, 10-05-26, 10.5.2026, 10/05
  bool read_numeric(std::size_t at) {
    std::size_t last = at;
    auto parts = parts_at(at, last);
    if (parts.size() < 2) return false;
    const int a = number_in(parts[0]);
    const int b = number_in(parts[1]);
    if (a < 1 || b < 1 || a > 31 || b > 31 || parts[0].size() > 2 || parts[1].size() > 2) return false;
    const auto us = make(static_cast<unsigned>(a), static_cast<unsigned>(b), parts);
    const auto other = make(static_cast<unsigned>(b), static_cast<unsigned>(a), parts);
    if (!us && !other) return false;
    DateReading reading{us ? *us : *other, std::nullopt};
    if (us && other && *us != *other) reading.second = *other;
    text_.claim(SlotKind::date, reading, at, last);
    return true;
  }

  [[nodiscard]] std::vector<std::string> parts_at(std::size_t at, std::size_t& last) const {
    std::vector<std::string> parts(1);
    const auto begin = text_.words[at].span.begin;
    char separator = 0;
    std::size_t i = begin;
    for (; i < text_.utterance.size() && i < begin + 10; ++i) {
      const char c = text_.utterance[i];
      if (c >= '0' && c <= '9') {
        parts.back() += c;
      } else if ((c == '/' || c == '-' || c == '.') && (separator == 0 || separator == c) && !parts.back().empty() && parts.size() < 3) {
        separator = c;
        parts.emplace_back();
      } else {
        break;
      }
    }
    if (!parts.empty() && parts.back().empty()) {
      parts.pop_back();
      --i;
    }
    if (parts.size() == 2 && separator != '/') return {};  // 3-5 days, 1.5 months
    if (parts.size() == 3 && parts[2].size() != 2 && parts[2].size() != 4) return {};
    while (last + 1 < text_.words.size() && text_.words[last + 1].span.end <= i) ++last;
    return text_.words[last].span.end == i ? parts : std::vector<std::string>{};
  }

  [[nodiscard]] std::optional<Date> make(unsigned month, unsigned day, const std::vector<std::string>& parts) const {
    if (month > 12) return std::nullopt;
    if (parts.size() < 3) return completed(month, day, today_);
    const int year = number_in(parts[2]);
    return real(parts[2].size() == 2 ? 2000 + year : year, month, day);
  }

  // "Oct 5 2026", "5 de octubre del 2026", "Disyembre a-5"
  void read_named(std::size_t at) {
    const auto month = month_named(word(at));
    if (!month) return;
    const auto next = day_number(word(at + 1));
    if (next && !year_number(word(at + 1))) {
      return claim(*month, *next, at, at + 1);
    }
    std::size_t before = at;
    while (before > 0 && (word(before - 1) == "de" || word(before - 1) == "of" || word(before - 1) == "ng")) --before;
    if (before == 0) return;
    if (const auto day = day_number(word(before - 1))) claim(*month, *day, before - 1, at);
  }

  void claim(unsigned month, unsigned day, std::size_t first, std::size_t last) {
    std::size_t after = last + 1;
    if (word(after) == "de" || word(after) == "del") ++after;
    const auto year = year_number(word(after));
    const auto date = year ? real(*year, month, day) : completed(month, day, today_);
    if (date) text_.claim(SlotKind::date, DateReading{*date, std::nullopt}, first, year ? after : last);
  }

  SlotText& text_;
  Date today_;
};

}  // namespace

void read_dates(SlotText& text, Date today) { DateReader(text, today).read(); }

}  // namespace tulay::intents
