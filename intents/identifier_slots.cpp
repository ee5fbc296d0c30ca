// Receipt numbers, A-numbers, firm case numbers and one-time codes; law file, section M.
#include <algorithm>
#include <array>

#include "intents/slot_reader.hpp"

namespace tulay::intents {
namespace {

constexpr std::size_t receipt_letters = 3;
constexpr std::size_t receipt_digits = 10;
constexpr std::size_t most_pieces = 6;

char upper(char c) { return c >= 'a' && c <= 'z' ? static_cast<char>(c - 'a' + 'A') : c; }

// Slips of eye and thumb: only letters can stand in the first three places, only digits after (M9).
char as_letter(char c) { return c == '0' ? 'O' : c == '1' ? 'I' : c == '5' ? 'S' : upper(c); }
char as_digit(char c) { return c == 'o' ? '0' : c == 'i' || c == 'l' ? '1' : c == 's' ? '5' : c; }

std::optional<std::string> receipt(std::string_view joined) {
  if (joined.size() != receipt_letters + receipt_digits) return std::nullopt;
  // At least two real letters first and eight real digits after: anything weaker is a guess.
  const auto letters = std::count_if(joined.begin(), joined.begin() + receipt_letters, [](char c) { return c >= 'a' && c <= 'z'; });
  const auto digits = std::count_if(joined.begin() + receipt_letters, joined.end(), [](char c) { return c >= '0' && c <= '9'; });
  if (letters < 2 || digits < 8) return std::nullopt;
  std::string out;
  for (std::size_t i = 0; i < joined.size(); ++i) out += i < receipt_letters ? as_letter(joined[i]) : as_digit(joined[i]);
  return all_digits(out.substr(receipt_letters)) ? std::optional(out) : std::nullopt;
}

bool read_receipt_at(SlotText& text, std::size_t first) {
  std::string joined;
  for (std::size_t last = first; last < std::min(text.words.size(), first + most_pieces); ++last) {
    const auto& piece = text.words[last].text;
    if (last > first && !all_digits(piece)) return false;
    joined += piece;
    if (joined.size() > receipt_letters + receipt_digits) return false;
    if (auto found = receipt(joined)) {
      text.claim(SlotKind::receipt_number, std::move(*found), first, last);
      return true;
    }
  }
  return false;
}

void read_a_number_at(SlotText& text, std::size_t at) {
  std::string digits = text.words[at].text;
  std::size_t last = at;
  if (digits == "a") {
    digits.clear();
    while (last + 1 < text.words.size() && text.words[last + 1].number && digits.size() < 9) digits += text.words[++last].text;
  } else if (digits.starts_with("a")) {
    digits.erase(0, 1);
  } else {
    return;
  }
  if (!all_digits(digits) || digits.size() < 7 || digits.size() > 9) return;
  text.claim(SlotKind::a_number, "A" + std::string(9 - digits.size(), '0') + digits, at, last);
}

// "HP-2026-0101": letters, a year, a serial; hyphens inside are gone from the word.
void read_case_number_at(SlotText& text, std::size_t at) {
  const auto& word = text.words[at].text;
  const auto digit = static_cast<std::size_t>(std::find_if(word.begin(), word.end(), [](char c) { return c >= '0' && c <= '9'; }) - word.begin());
  if (digit < 2 || digit > 4 || word.size() < digit + 7 || word.size() > digit + 9) return;
  const std::string_view digits = std::string_view(word).substr(digit);
  if (!all_digits(digits) || !(digits.starts_with("20") || digits.starts_with("19"))) return;
  std::string number;
  for (const char c : word.substr(0, digit)) number += upper(c);
  text.claim(SlotKind::case_number, number + "-" + std::string(digits.substr(0, 4)) + "-" + std::string(digits.substr(4)), at, at);
}

bool names_a_code(std::string_view word) {
  constexpr std::array<std::string_view, 5> names{"code", "codigo", "pin", "otp", "kodigo"};
  return std::find(names.begin(), names.end(), word) != names.end();
}

void read_code_at(SlotText& text, std::size_t at) {
  constexpr std::size_t code_digits = 6;
  constexpr std::size_t reach = 4;
  const auto& word = text.words[at];
  if (!word.number || word.text.size() != code_digits) return;
  const std::size_t from = at > reach ? at - reach : 0;
  const bool alone = text.words.size() == 1;
  const bool named = std::any_of(text.words.begin() + static_cast<std::ptrdiff_t>(from), text.words.begin() + static_cast<std::ptrdiff_t>(at), [](const Word& w) { return names_a_code(w.text); });
  if (alone || named) text.claim(SlotKind::code, word.text, at, at);
}

}  // namespace

void read_identifiers(SlotText& text) {
  for (std::size_t at = 0; at < text.words.size(); ++at) {
    if (read_receipt_at(text, at)) continue;
    read_a_number_at(text, at);
    read_case_number_at(text, at);
    read_code_at(text, at);
  }
}

}  // namespace tulay::intents
