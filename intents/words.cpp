#include "intents/fold.hpp"

#include <algorithm>

namespace tulay::intents {
namespace {

bool is_word_byte(char c) { return (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9'); }

bool joins(std::string_view text, std::size_t at) {
  return (text[at] == '-' || text[at] == '\'') && at + 1 < text.size() && is_word_byte(text[at + 1]);
}

Break break_of(char c) {
  switch (c) {
    case '.': case '?': case '!': case ';': case '\n': return Break::strong;
    case ',': case ':': case '(': case ')': case '-': case '/': case '"': return Break::weak;
    default: return Break::none;
  }
}

// A point inside "a.m." or "U.S." ends no sentence.
bool ends_initial(std::string_view text, std::size_t at, const Word& word) {
  return text[at] == '.' && (word.text.size() == 1 || (at + 1 < text.size() && is_word_byte(text[at + 1])));
}

}  // namespace

std::vector<Word> words_of(const Folded& folded) {
  const std::string_view text = folded.text;
  std::vector<Word> words;
  std::size_t i = 0;
  while (i < text.size()) {
    if (!is_word_byte(text[i])) {
      if (!words.empty()) {
        auto& last = words.back();
        if (text[i] == '?') last.question = true;
        if (!ends_initial(text, i, last)) last.after = std::max(last.after, break_of(text[i]));
      }
      ++i;
      continue;
    }
    Word word;
    const std::size_t begin = i;
    while (i < text.size() && (is_word_byte(text[i]) || joins(text, i))) {
      if (is_word_byte(text[i])) word.text += text[i];
      ++i;
    }
    word.span = folded.original(begin, i);
    word.number = std::all_of(word.text.begin(), word.text.end(), [](char c) { return c >= '0' && c <= '9'; });
    words.push_back(std::move(word));
  }
  return words;
}

}  // namespace tulay::intents
