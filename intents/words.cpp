#include <algorithm>
#include <array>

#include "intents/fold.hpp"
#include "intents/letters.hpp"

namespace tulay::intents {
namespace {

bool is_word_byte(char c) { return is_letter(c) || is_digit(c); }

/// A hyphen or apostrophe inside a word; "3-5 days" are two numbers.
bool joins(std::string_view text, std::size_t at) {
  if (at == 0 || at + 1 >= text.size() || (text[at] != '-' && text[at] != '\'')) return false;
  if (!is_word_byte(text[at - 1]) || !is_word_byte(text[at + 1])) return false;
  return !is_digit(text[at - 1]) || !is_digit(text[at + 1]);
}

Break break_of(char c) {
  switch (c) {
    case '.':
    case '?':
    case '!':
    case ';':
    case '\n':
      return Break::strong;
    case ',':
    case ':':
    case '(':
    case ')':
    case '-':
    case '/':
    case '"':
      return Break::weak;
    default:
      return Break::none;
  }
}

bool is_title(std::string_view word) {
  constexpr std::array<std::string_view, 16> titles{"mr",   "mrs", "ms",    "dr",  "dra", "sr", "sra", "srta",
                                                    "atty", "lic", "licda", "gng", "bb",  "st", "jr",  "vs"};
  return is_one_of(word, titles);
}

bool begins_web_ending(std::string_view text, std::size_t at) {
  constexpr std::array<std::string_view, 8> endings{"gov", "com", "org", "net", "edu", "ph", "us", "mx"};
  auto end = at;
  while (end < text.size() && is_letter(text[end])) ++end;
  return is_one_of(text.substr(at, end - at), endings);
}

/// "U.S.", "Atty. Cruz", "uscis.gov" and "10.5" go on; "expired.what now" does not.
bool ends_sentence(std::string_view text, std::size_t point, std::string_view word_before) {
  if (is_title(word_before)) return false;
  const bool goes_on = point + 1 < text.size() && is_word_byte(text[point + 1]);
  const bool initial = word_before.size() == 1 && is_letter(word_before.front());
  if (initial && (goes_on || (point >= 2 && text[point - 2] == '.'))) return false;
  if (!goes_on) return true;
  if (is_digit(text[point + 1])) return !is_digit(text[point - 1]);
  return !begins_web_ending(text, point + 1);
}

void part(Word& word, std::string_view text, std::size_t at) {
  if (text[at] == '?') word.question = true;
  if (text[at] == '.' && !ends_sentence(text, at, word.text)) return;
  word.after = std::max(word.after, break_of(text[at]));
}

}  // namespace

std::vector<Word> words_of(const Folded& folded) {
  const std::string_view text = folded.text;
  std::vector<Word> words;
  words.reserve(text.size() / 4);
  for (std::size_t i = 0; i < text.size();) {
    if (!is_word_byte(text[i])) {
      if (!words.empty()) part(words.back(), text, i);
      ++i;
      continue;
    }
    Word& word = words.emplace_back();
    word.number = true;
    const std::size_t begin = i;
    for (; i < text.size() && (is_word_byte(text[i]) || joins(text, i)); ++i) {
      if (!is_word_byte(text[i])) continue;
      word.text += text[i];
      word.number = word.number && is_digit(text[i]);
    }
    word.span = folded.original(begin, i);
  }
  return words;
}

}  // namespace tulay::intents
