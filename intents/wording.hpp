#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "intents/catalog.hpp"

namespace tulay::intents {

/// How a short reply is put: which concepts, and which answer words (intents/answers/*.toml), stand in it.
/// Answer words are kept apart from the concepts that intents are weighed by: "yes" and "I don't know" would
/// explain away what they have no part in.
struct Wording {
  struct Said {
    std::string id;
    int begin = 0;  // words
    int end = 0;
  };
  std::vector<Said> said;   // by place, the longer first
  std::vector<bool> small;  // by word: says nothing by itself
  bool asks = false;        // a question or a request

  [[nodiscard]] bool says(std::string_view id) const;
  /// Nothing else of meaning stands beside it.
  [[nodiscard]] bool says_only(std::string_view id) const;
  /// Nothing of meaning stands before it.
  [[nodiscard]] bool opens_with(std::string_view id) const;
};

[[nodiscard]] Wording wording_of(const Catalog& catalog, std::string_view utterance);

/// Is there a concept, or a list of answer words, of this name?
[[nodiscard]] bool has_wording(const Catalog& catalog, std::string_view id);

/// The text as it is compared with a button's: folded, words parted by single blanks.
[[nodiscard]] std::string plain_words(std::string_view text);

}  // namespace tulay::intents
