// Dollar amounts: "$1,050", "1.050 dolares", "630 usd", "5000 dollars". Pesos are not dollars.
#include <algorithm>
#include <array>
#include <charconv>

#include "intents/slot_reader.hpp"

namespace tulay::intents {
namespace {

constexpr std::array<std::string_view, 6> dollar_words{"dollars", "dollar", "dolares", "dolar", "usd", "bucks"};

bool is_dollar_word(std::string_view word) { return std::find(dollar_words.begin(), dollar_words.end(), word) != dollar_words.end(); }

bool after_dollar_sign(const SlotText& text, std::size_t at) {
  std::size_t i = text.words[at].span.begin;
  while (i > 0 && text.utterance[i - 1] == ' ') --i;
  return i > 0 && text.utterance[i - 1] == '$';
}

// The number as written from a word on: "1,050.50", "1.050", "4 000". Thousands come in threes.
std::optional<knowledge::Money> number_at(const SlotText& text, std::size_t at, std::size_t& last) {
  std::string whole = text.words[at].text;
  std::string cents;
  if (!all_digits(whole) || whole.size() > 7) return std::nullopt;
  while (last + 1 < text.words.size() && text.words[last + 1].number && text.words[last + 1].span.begin == text.words[last].span.end + 1) {
    const char mark = text.utterance[text.words[last].span.end];
    const auto& next = text.words[last + 1].text;
    if ((mark == ',' || mark == '.') && next.size() == 3 && whole.size() <= 6) {
      whole += next;
    } else if ((mark == '.' || mark == ',') && next.size() == 2) {
      cents = next;
      ++last;
      break;
    } else {
      break;
    }
    ++last;
  }
  std::int64_t value = 0;
  std::from_chars(whole.data(), whole.data() + whole.size(), value);
  std::int64_t rest = 0;
  std::from_chars(cents.data(), cents.data() + cents.size(), rest);
  return knowledge::Money{value * 100 + rest};
}

}  // namespace

void read_amounts(SlotText& text) {
  for (std::size_t at = 0; at < text.words.size(); ++at) {
    std::size_t last = at;
    const auto amount = number_at(text, at, last);
    if (!amount) continue;
    const bool named = last + 1 < text.words.size() && is_dollar_word(text.words[last + 1].text);
    if (named || after_dollar_sign(text, at)) text.claim(SlotKind::amount, *amount, at, named ? last + 1 : last);
    at = last;
  }
}

}  // namespace tulay::intents
