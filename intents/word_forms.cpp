#include "intents/word_forms.hpp"

#include <re2/re2.h>

#include "intents/concept.hpp"

namespace tulay::intents {

struct WordForms::Wildcard {
  std::string letters;  // stand in every word that matches
  std::unique_ptr<RE2> regex;
  int number = 0;
};

WordForms::WordForms() = default;
WordForms::~WordForms() = default;

int WordForms::add(const std::string& word) {
  const auto [entry, is_new] = numbers_.try_emplace(word, static_cast<int>(numbers_.size()));
  if (!is_new || word.find_first_of("*~") == std::string::npos) return entry->second;
  auto wildcard = std::make_unique<Wildcard>();
  for (const char c : word) {
    if (c != '*' && c != '~') wildcard->letters += c;
  }
  std::string error;
  RE2::Options options;
  options.set_log_errors(false);
  wildcard->regex = std::make_unique<RE2>(entry_regex(word, error).value_or("$."), options);
  wildcard->number = entry->second;
  wildcards_.push_back(std::move(wildcard));
  return entry->second;
}

std::vector<int> WordForms::forms_of(const std::string& word) const {
  std::vector<int> forms;
  if (const auto found = numbers_.find(word); found != numbers_.end()) forms.push_back(found->second);
  for (const auto& wildcard : wildcards_) {
    if (word.find(wildcard->letters) != std::string::npos && RE2::FullMatch(word, *wildcard->regex)) {
      forms.push_back(wildcard->number);
    }
  }
  return forms;
}

}  // namespace tulay::intents
