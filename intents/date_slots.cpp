// Dates in all the usual shapes: 10/05/2026, Oct 5, 5 de octubre, 05OCT2026, a-5 ng Disyembre. US order first
// (M8).
#include <optional>

#include "intents/date_words.hpp"
#include "intents/slot_reader.hpp"

namespace tulay::intents {
namespace {

using knowledge::Date;

std::optional<Date> real(int year, unsigned month, unsigned day) {
  const Date date{std::chrono::year(year), std::chrono::month(month), std::chrono::day(day)};
  return date.ok() ? std::optional(date) : std::nullopt;
}

/// Without a year: the nearest such day that is not more than half a year past.
std::optional<Date> completed(unsigned month, unsigned day, Date today) {
  constexpr int half_a_year = 183;
  constexpr int to_next_leap_year = 8;
  const int this_year = static_cast<int>(today.year());
  for (int year = this_year - 1; year <= this_year + to_next_leap_year; ++year) {
    const auto date = real(year, month, day);
    if (date && knowledge::days_between(today, *date) >= -half_a_year) return date;
  }
  return std::nullopt;
}

class DateReader {
 public:
  DateReader(SlotText& text, Date today) : text_(text), today_(today) {}

  void read() {
    for (std::size_t at = 0; at < text_.size(); ++at) {
      if (text_.is_number(at)) {
        read_in_numbers(at);
      } else if (text_.is_word(at)) {
        read_named(at);
      } else {
        read_in_one_piece(at);
      }
    }
  }

 private:
  void claim(std::optional<Date> first, std::optional<Date> second, std::size_t begin, std::size_t end) {
    if (!first) std::swap(first, second);
    if (!first) return;
    if (second == first) second.reset();
    text_.claim(SlotKind::date, DateReading{*first, second}, begin, end);
  }

  [[nodiscard]] std::optional<Date> day(std::optional<int> year, unsigned month, unsigned day) const {
    return year ? real(*year, month, day) : completed(month, day, today_);
  }

  // Part of a longer number: "I-94-…", "$10/5", "1.2.3.4".
  [[nodiscard]] bool stands_alone(std::size_t first, std::size_t last) const {
    const auto gap_before = text_.before(first);
    const auto gap_after = text_.after(last);
    const bool joined_before = first > 0 && gap_before.size() == 1 && gap_before != " " &&
                               gap_before != "(" && gap_before != "\n" && gap_before != ":" &&
                               gap_before != ",";
    const bool joined_after = gap_after.size() == 1 && last + 1 < text_.size() &&
                              (gap_after == "/" || gap_after == "-" || gap_after == ".");
    return !joined_before && !joined_after && !gap_before.ends_with('$') && !gap_before.ends_with('#') &&
           !gap_after.starts_with('%');
  }

  [[nodiscard]] bool counts_things(std::size_t last) const {
    const auto gap = text_.after(last);
    return (gap == " " || gap == "-") && is_unit(text_.piece(last + 1));
  }

  // 10/05/2026, 10-05-26, 10.5.2026, 2026-10-05, 10/05
  void read_in_numbers(std::size_t at) {
    const auto separator = text_.after(at);
    if (separator != "/" && separator != "-" && separator != "." && separator != " / ") return;
    if (!text_.is_number(at + 1)) return;
    if (text_.is_number(at + 2) && text_.after(at + 1) == separator) return read_three(at);
    if (separator.find('/') != std::string_view::npos) read_two(at);
  }

  void read_three(std::size_t at) {
    if (!stands_alone(at, at + 2)) return;
    if (const auto year = year_number(text_.piece(at))) {
      const auto month = day_number(text_.piece(at + 1));
      const auto number = day_number(text_.piece(at + 2));
      if (month && number) claim(real(*year, *month, *number), std::nullopt, at, at + 2);
      return;
    }
    const auto year = short_or_long_year(text_.piece(at + 2));
    if (year) claim_both_orders(at, at + 2, year);
  }

  void read_two(std::size_t at) {
    const auto one = text_.piece(at);
    const auto other = text_.piece(at + 1);
    if (!stands_alone(at, at + 1) || counts_things(at + 1) || (one == "24" && other == "7")) return;
    const bool fraction = one.size() == 1 && other.size() == 1 && one < other && text_.after(at + 1) == " " &&
                          is_link(text_.piece(at + 2));
    if (!fraction) claim_both_orders(at, at + 1, std::nullopt);
  }

  void claim_both_orders(std::size_t at, std::size_t last, std::optional<int> year) {
    const auto one = day_number(text_.piece(at));
    const auto other = day_number(text_.piece(at + 1));
    if (one && other) claim(day(year, *one, *other), day(year, *other, *one), at, last);
  }

  // 05OCT2026
  void read_in_one_piece(std::size_t at) {
    const auto piece = text_.piece(at);
    const auto letters = std::min(piece.find_first_not_of("0123456789"), piece.size());
    const auto digits = std::min(piece.find_first_of("0123456789", letters), piece.size());
    const auto month = month_named(piece.substr(letters, digits - letters));
    if (!month) return;
    const auto before = day_number(piece.substr(0, letters));
    const auto year = short_or_long_year(piece.substr(digits));
    const auto after = day_number(piece.substr(digits));
    if (before && year) return claim(day(year, *month, *before), std::nullopt, at, at);
    if (letters == 0 && after) return claim_with_year(*month, *after, at, at);
    if (before && digits == piece.size()) claim_with_year(*month, *before, at, at);
  }

  // "Oct 5 2026", "5 de octubre del 2026", "a-5 ng Disyembre", "2026 OCT 5"
  void read_named(std::size_t at) {
    const auto month = month_named(text_.piece(at));
    if (!month) return;
    const bool linked = at >= 2 && is_link(text_.piece(at - 1));
    const auto before = at == 0  ? std::nullopt
                        : linked ? day_number(text_.piece(at - 2))
                                 : near_day(at - 1, at - 1);
    const auto after = near_day(at, at + 1);
    if (linked && before) return claim_with_year(*month, *before, at - 2, at);
    if (after && !counts_things(at + 1)) {
      if (is_everyday_word(text_.piece(at)) && !is_sure(at, at + 1)) return;
      return claim_with_year(*month, *after, at, at + 1);
    }
    if (before && (!is_everyday_word(text_.piece(at)) || ends_here(at)))
      claim_with_year(*month, *before, at - 1, at);
  }

  // The day in piece `at`, where only blanks, points, commas or a dash stand in the gap after `gap_after`.
  [[nodiscard]] std::optional<unsigned> near_day(std::size_t gap_after, std::size_t at) const {
    constexpr std::size_t widest_gap = 3;
    const auto gap = text_.after(gap_after);
    if (gap.size() > widest_gap || gap.find_first_not_of(" .,-/") != std::string_view::npos)
      return std::nullopt;
    return day_number(text_.piece(at));
  }

  [[nodiscard]] bool ends_here(std::size_t last) const {
    const auto gap = text_.after(last);
    return last + 1 == text_.size() ||
           (!gap.empty() && gap.find_first_not_of(" -'") != std::string_view::npos) ||
           year_after(last).has_value();
  }

  [[nodiscard]] bool is_sure(std::size_t month, std::size_t last) const {
    const bool follows = month > 0 && announces_a_date(text_.piece(month - 1));
    const bool after_count = month > 0 && is_unit(text_.piece(month - 1));
    const bool ordinal = !text_.is_number(last);
    return follows || ordinal || (ends_here(last) && !after_count);
  }

  struct Year {
    int year = 0;
    std::size_t last = 0;
  };

  [[nodiscard]] std::optional<Year> year_after(std::size_t last) const {
    auto at = last + 1;
    const auto gap = text_.after(last);
    if (text_.piece(at) == "de" || text_.piece(at) == "del" || text_.piece(at) == "of") ++at;
    const bool shortened = gap.ends_with('\'') || gap == "-" || gap == "/";
    if (gap.find_first_not_of(" ,.-/'") != std::string_view::npos) return std::nullopt;
    const auto year = shortened ? short_or_long_year(text_.piece(at)) : year_number(text_.piece(at));
    return year ? std::optional(Year{*year, at}) : std::nullopt;
  }

  void claim_with_year(unsigned month, unsigned number, std::size_t first, std::size_t last) {
    if (const auto year = year_after(last))
      return claim(real(year->year, month, number), std::nullopt, first, year->last);
    const auto before = first > 0 ? year_number(text_.piece(first - 1)) : std::nullopt;
    if (before && text_.after(first - 1).size() == 1)
      return claim(real(*before, month, number), std::nullopt, first - 1, last);
    claim(completed(month, number, today_), std::nullopt, first, last);
  }

  SlotText& text_;
  Date today_;
};

}  // namespace

void read_dates(SlotText& text, Date today) { DateReader(text, today).read(); }

}  // namespace tulay::intents
