// Dollar amounts: "$1,050", "1.050 dolares", "2k usd", "3 mil dolares". Pesos are not dollars.
#include <algorithm>
#include <array>
#include <optional>

#include "intents/letters.hpp"
#include "intents/slot_reader.hpp"

namespace tulay::intents {
namespace {

bool means_dollars(std::string_view word) {
  constexpr std::array<std::string_view, 11> words{"dollars", "dollar",   "dolares", "dolar", "usd", "bucks",
                                                   "dolyar",  "dollares", "dolars",  "dls",   "dlls"};
  return is_one_of(word, words);
}

bool means_other_money(std::string_view word) {
  constexpr std::array<std::string_view, 11> words{"pesos", "peso", "php", "mxn",       "piso",    "pisos",
                                                   "euros", "euro", "eur", "quetzales", "lempiras"};
  return is_one_of(word, words);
}

bool means_thousand(std::string_view word) {
  constexpr std::array<std::string_view, 5> words{"mil", "thousand", "libo", "libong", "k"};
  return is_one_of(word, words);
}

struct Number {
  std::int64_t whole = 0;
  std::int64_t cents = 0;
  std::size_t last = 0;  // piece
};

/// "1,050.50", "1.050", "1050"; thousands come in threes, cents in twos.
std::optional<Number> number_at(const SlotText& text, std::size_t at) {
  constexpr std::size_t most_digits = 9;
  std::string whole(text.piece(at));
  Number out{0, 0, at};
  const bool in_thousands = whole.ends_with('k') && whole.size() <= 4;
  if (in_thousands) whole.pop_back();
  if (!all_digits(whole) || whole.size() > most_digits) return std::nullopt;
  while (!in_thousands && text.is_number(out.last + 1)) {
    const auto mark = text.after(out.last);
    const auto next = text.piece(out.last + 1);
    if (mark != "," && mark != ".") break;
    if (next.size() == 3 && whole.size() + 3 <= most_digits && text.piece(at).size() <= 3) {
      whole += next;
      ++out.last;
      continue;
    }
    if (next.size() == 2) {
      out.cents = small_number(next);
      ++out.last;
    }
    break;
  }
  out.whole = std::int64_t{small_number(whole)} * (in_thousands ? 1000 : 1);
  return out;
}

/// "$4000 pesos" and "MX$4000" are not dollars.
bool after_dollar_sign(const SlotText& text, std::size_t at) {
  auto gap = text.before(at);
  while (gap.ends_with(' ')) gap.remove_suffix(1);
  if (!gap.ends_with('$')) return at > 0 && text.before(at) == " " && text.piece(at - 1) == "usd";
  return at == 0 || gap != "$" || text.piece(at - 1) != "mx";
}

void read_amount_at(SlotText& text, std::size_t at, Number number) {
  std::size_t last = number.last;
  const auto next_is = [&](auto means) {
    return last + 1 < text.size() && text.after(last) == " " && means(text.piece(last + 1));
  };
  std::int64_t factor = 1;
  const bool signed_before = after_dollar_sign(text, at);
  if (next_is(means_thousand)) {
    factor = 1000;
    ++last;
  }
  if (next_is([](std::string_view word) { return word == "us" || word == "de"; })) {
    ++last;
    if (!next_is(means_dollars)) --last;
  }
  const bool named = next_is(means_dollars) || (text.after(last).starts_with('$') && factor == 1);
  if (next_is(means_other_money) || (!signed_before && !named)) return;
  if (next_is(means_dollars)) ++last;
  text.claim(SlotKind::amount, knowledge::Money{(number.whole * 100 + number.cents) * factor}, at, last);
}

}  // namespace

void read_amounts(SlotText& text) {
  for (std::size_t at = 0; at < text.size(); ++at) {
    const auto number = number_at(text, at);
    if (!number) continue;
    read_amount_at(text, at, *number);
    at = number->last;
  }
}

}  // namespace tulay::intents
