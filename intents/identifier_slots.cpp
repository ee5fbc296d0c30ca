// A-numbers (law file M4), firm case numbers and one-time codes.
#include <algorithm>
#include <array>
#include <optional>

#include "intents/letters.hpp"
#include "intents/slot_reader.hpp"

namespace tulay::intents {
namespace {

constexpr std::size_t fewest_a_digits = 7;
constexpr std::size_t most_a_digits = 9;

bool means_number(std::string_view word) {
  constexpr std::array<std::string_view, 6> names{"number", "numero", "num", "no", "nr", "nmbr"};
  return is_one_of(word, names);
}

struct Digits {
  std::string digits;
  std::size_t last = 0;  // piece
};

/// The digits of a piece, perhaps without its first letter, and of the groups of three after it.
Digits grouped(const SlotText& text, std::size_t at, std::string_view first) {
  Digits out{std::string(first), at};
  while (out.digits.size() + 3 <= most_a_digits && text.is_number(out.last + 1) &&
         text.piece(out.last + 1).size() == 3 &&
         (text.after(out.last) == " " || text.after(out.last) == "-")) {
    out.digits += text.piece(++out.last);
  }
  return out;
}

bool fits_a_number(const Digits& found) {
  return found.digits.size() >= fewest_a_digits && found.digits.size() <= most_a_digits;
}

/// "alien number", "numero de extranjero", "A-number is", "USCIS #" shortly before.
bool named_as_a_number(const SlotText& text, std::size_t at) {
  constexpr std::size_t reach = 5;
  for (std::size_t i = at - std::min(at, reach); i < at; ++i) {
    const auto word = text.piece(i);
    const bool number_next =
        means_number(text.piece(i + 1)) || text.after(i).find('#') != std::string_view::npos;
    if (word == "alien" || word == "extranjero" || word == "anumber") return true;
    if ((word == "a" || word == "uscis") && number_next) return true;
    if (means_number(word) && text.piece(i + 1) == "a" && i + 1 < at) return true;
  }
  return false;
}

bool dashed_in_threes(const SlotText& text, std::size_t at, const Digits& found) {
  return text.piece(at).size() == 3 && found.last == at + 2 && text.after(at) == "-" &&
         text.after(at + 1) == "-" && !text.after(found.last).starts_with('-');
}

std::optional<Digits> a_number_at(const SlotText& text, std::size_t at) {
  const auto word = text.piece(at);
  if (word == "a" && text.is_number(at + 1)) {
    const auto gap = text.after(at);
    const auto found = grouped(text, at + 1, text.piece(at + 1));
    if (gap.size() > 3 || gap.find_first_not_of(" #:.-") != std::string_view::npos) return std::nullopt;
    // Spanish "a 5550101" is "to 5550101".
    return gap == " " && found.digits.size() == fewest_a_digits ? std::nullopt : std::optional(found);
  }
  if (word.starts_with('a') && all_digits(word.substr(1))) return grouped(text, at, word.substr(1));
  if (!text.is_number(at)) return std::nullopt;
  const auto found = grouped(text, at, word);
  return dashed_in_threes(text, at, found) || named_as_a_number(text, at) ? std::optional(found)
                                                                          : std::nullopt;
}

bool read_a_number_at(SlotText& text, std::size_t at) {
  const auto found = a_number_at(text, at);
  if (!found || !fits_a_number(*found)) return false;
  text.claim(SlotKind::a_number, "A" + std::string(most_a_digits - found->digits.size(), '0') + found->digits,
             at, found->last);
  return true;
}

bool is_year(std::string_view digits) { return digits.starts_with("20") || digits.starts_with("19"); }
bool is_serial(std::string_view digits) {
  return all_digits(digits) && digits.size() >= 3 && digits.size() <= 6;
}

std::string case_number(std::string_view letters, std::string_view year, std::string_view serial) {
  std::string out;
  std::transform(letters.begin(), letters.end(), std::back_inserter(out), upper);
  return out + "-" + std::string(year) + "-" + std::string(serial);
}

bool has_case_letters(std::string_view letters) {
  return all_letters(letters) && letters.size() >= 2 && letters.size() <= 4;
}

/// "HP-2026-0101", "hp 2026-001"; with a blank only before a serial that begins with 0 ("in 2026 500
/// people").
bool read_case_number_at(SlotText& text, std::size_t at) {
  const auto word = text.piece(at);
  const auto year = text.piece(at + 1);
  const auto serial = text.piece(at + 2);
  if (has_case_letters(word) && text.is_number(at + 1) && year.size() == 4 && is_year(year) &&
      is_serial(serial)) {
    const auto parts = [](std::string_view gap) {
      return gap == "-" || gap == "/" || gap == " " || gap == ".";
    };
    if (!parts(text.after(at)) || !parts(text.after(at + 1))) return false;
    if ((text.after(at) == " " || text.after(at + 1) == " ") && !serial.starts_with('0')) return false;
    text.claim(SlotKind::case_number, case_number(word, year, serial), at, at + 2);
    return true;
  }
  const auto first_digit = std::min(word.find_first_of("0123456789"), word.size());
  const auto digits = word.substr(first_digit);
  if (!has_case_letters(word.substr(0, first_digit)) || digits.size() < 7 || !is_year(digits)) return false;
  if (!is_serial(digits.substr(4))) return false;
  text.claim(SlotKind::case_number,
             case_number(word.substr(0, first_digit), digits.substr(0, 4), digits.substr(4)), at, at);
  return true;
}

bool names_a_code(std::string_view word) {
  constexpr std::array<std::string_view, 6> names{"code", "codigo", "pin", "otp", "kodigo", "passcode"};
  return is_one_of(word, names);
}

void read_code_at(SlotText& text, std::size_t at) {
  constexpr std::size_t code_digits = 6;
  constexpr std::size_t reach_before = 4;
  constexpr std::size_t reach_after = 3;
  const auto word = text.piece(at);
  if (text.size() == 2 && word.size() == 3 && text.is_number(0) && text.is_number(1) &&
      text.piece(1).size() == 3 && (text.after(0) == " " || text.after(0) == "-")) {
    return text.claim(SlotKind::code, std::string(text.piece(0)) + std::string(text.piece(1)), 0, 1);
  }
  if (!text.is_number(at) || word.size() != code_digits) return;
  bool named = text.size() == 1;
  for (std::size_t i = at - std::min(at, reach_before); i <= at + reach_after; ++i)
    named = named || names_a_code(text.piece(i));
  if (named && !text.before(at).ends_with('$')) text.claim(SlotKind::code, std::string(word), at, at);
}

}  // namespace

void read_identifiers(SlotText& text) {
  for (std::size_t at = 0; at < text.size(); ++at) {
    if (!read_a_number_at(text, at) && !read_case_number_at(text, at)) read_code_at(text, at);
  }
}

}  // namespace tulay::intents
