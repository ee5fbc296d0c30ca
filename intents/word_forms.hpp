#pragma once

#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

namespace tulay::intents {

/// Numbers for the words of concept entries: plain words by look-up; words with `*` or `~` by an RE2 each,
/// tried only where their letters stand in the word. Immutable once filled; may be shared by threads.
class WordForms {
 public:
  WordForms();
  ~WordForms();
  WordForms(const WordForms&) = delete;
  WordForms& operator=(const WordForms&) = delete;

  /// The number of an entry's word, new or known.
  int add(const std::string& word);
  /// The numbers of all forms that a message's word is.
  [[nodiscard]] std::vector<int> forms_of(const std::string& word) const;

 private:
  struct Wildcard;
  std::unordered_map<std::string, int> numbers_;
  std::vector<std::unique_ptr<Wildcard>> wildcards_;
};

}  // namespace tulay::intents
