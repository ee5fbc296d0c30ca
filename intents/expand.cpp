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
  if (!table)
    return file.problem("", "the table [words] is missing", "write [words] and below it short = 'long form'");
  for (const auto& key : table->keys()) {
    auto long_form = words_in(table->required_text(key));
    const auto folded = words_in(key);
    if (folded.size() != 1 || folded.front() != key) {
      table->problem(key, "'" + key + "' is not one folded word",
                     "write it in plain small letters and digits");
      continue;
    }
    if (long_form.empty()) {
      table->problem(key, "'" + key + "' has no long form");
      continue;
    }
    const auto [entry, is_new] = long_forms_.try_emplace(key, long_form);
    if (!is_new && entry->second != long_form) {
      table->problem(key, "'" + key + "' has two long forms", "keep it in one language, or leave it out");
    }
  }
  file.refuse_unknown_keys();
}

std::vector<Word> Shorthand::expand(std::vector<Word> words) const {
  const auto is_short = [&](const Word& word) { return long_forms_.contains(word.text); };
  const auto first = std::find_if(words.begin(), words.end(), is_short);
  if (first == words.end()) return words;

  std::vector<Word> out;
  out.reserve(words.size() + 8);
  std::move(words.begin(), first, std::back_inserter(out));
  for (auto word = first; word != words.end(); ++word) {
    const auto found = long_forms_.find(word->text);
    if (found == long_forms_.end()) {
      out.push_back(std::move(*word));
      continue;
    }
    for (const auto& part : found->second) out.push_back({part, word->span, Break::none, false, false});
    out.back().after = word->after;
    out.back().question = word->question;
  }
  return out;
}

std::string Shorthand::expand_entry(std::string_view entry) const {
  std::string plain;
  for (const char c : fold(entry).text) {
    if (c != '\'') plain += c;
  }
  std::string out;
  const auto add = [&](const std::string& word) { out += (out.empty() ? "" : " ") + word; };
  for (std::size_t begin = 0; begin < plain.size();) {
    const auto end = std::min(plain.find(' ', begin), plain.size());
    const std::string word = plain.substr(begin, end - begin);
    begin = end + 1;
    if (word.empty()) continue;
    const auto found = long_forms_.find(word);
    if (found == long_forms_.end()) {
      add(word);
    } else {
      std::for_each(found->second.begin(), found->second.end(), add);
    }
  }
  return out;
}

}  // namespace tulay::intents
