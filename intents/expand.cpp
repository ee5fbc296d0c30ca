#include "intents/expand.hpp"

#include <algorithm>

namespace tulay::intents {
namespace {

std::vector<std::string> words_in(std::string_view text) {
  std::vector<std::string> out;
  for (auto& word : words_of(fold(text))) out.push_back(std::move(word.text));
  return out;
}

}  // namespace

void Shorthand::read(knowledge::Table& file) {
  auto table = file.table("words");
  if (!table) return file.problem("", "the table [words] is missing", "write [words] and below it short = 'long form'");
  for (const auto& key : table->keys()) {
    auto long_form = words_in(table->required_text(key));
    const auto folded = words_in(key);
    if (folded.size() != 1) {
      table->problem(key, "'" + key + "' is not one word");
      continue;
    }
    const auto [entry, is_new] = long_forms_.try_emplace(folded.front(), long_form);
    if (!is_new && entry->second != long_form) {
      table->problem(key, "'" + key + "' has two long forms", "keep it in one language, or leave it out");
    }
  }
  file.refuse_unknown_keys();
}

std::vector<Word> Shorthand::expand(std::vector<Word> words) const {
  std::vector<Word> out;
  out.reserve(words.size() + 4);
  for (auto& word : words) {
    const auto found = long_forms_.find(word.text);
    if (found == long_forms_.end()) {
      out.push_back(std::move(word));
      continue;
    }
    for (std::size_t i = 0; i < found->second.size(); ++i) {
      const bool last = i + 1 == found->second.size();
      out.push_back({found->second[i], word.span, last ? word.after : Break::none, last && word.question, false});
    }
  }
  return out;
}

std::string Shorthand::expand_entry(std::string_view entry) const {
  std::string plain;
  for (const char c : fold(entry).text) {
    if (c != '\'') plain += c;
  }
  std::string out;
  for (std::size_t begin = 0; begin < plain.size();) {
    const auto end = std::min(plain.find(' ', begin), plain.size());
    const std::string word = plain.substr(begin, end - begin);
    begin = end + 1;
    if (word.empty()) continue;
    const auto found = long_forms_.find(word);
    if (found == long_forms_.end()) {
      out += (out.empty() ? "" : " ") + word;
      continue;
    }
    for (const auto& part : found->second) out += (out.empty() ? "" : " ") + part;
  }
  return out;
}

}  // namespace tulay::intents
