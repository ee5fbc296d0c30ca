#include "intents/matcher.hpp"

#include <rapidcheck.h>
#include <re2/re2.h>
#include <catch2/catch.hpp>

#include <algorithm>
#include <memory>
#include <tuple>

namespace tulay::intents {
namespace {

std::vector<Concept> concepts_of(const std::vector<std::vector<std::string>>& entries) {
  std::vector<Concept> concepts;
  for (const auto& list : entries) {
    Concept one;
    one.id = "c" + std::to_string(concepts.size());
    for (const auto& entry : list) one.entries.push_back({entry, {"test", 1, 1}});
    concepts.push_back(std::move(one));
  }
  return concepts;
}

std::vector<Word> words(const std::string& text) { return words_of(fold(text)); }

using Regexes = std::vector<std::unique_ptr<RE2>>;  // one a concept, of all its entries

Regexes regexes_of(const std::vector<Concept>& concepts) {
  Regexes regexes;
  for (const auto& one : concepts) {
    std::string any;
    std::string error;
    for (const auto& entry : one.entries)
      any += (any.empty() ? "(?:" : "|(?:") + *entry_regex(entry.text, error) + ")";
    regexes.push_back(std::make_unique<RE2>(any));
  }
  return regexes;
}

// The slow way: at each word, each concept's regex over each stretch of words that begins there.
std::vector<Hit> by_regex(const Regexes& regexes, const std::vector<Word>& words) {
  std::vector<Hit> hits;
  for (std::size_t c = 0; c < regexes.size(); ++c) {
    for (std::size_t begin = 0; begin < words.size(); ++begin) {
      std::string text;
      for (std::size_t end = begin; end < words.size(); ++end) {
        text += (end > begin ? " " : "") + words[end].text;
        if (RE2::FullMatch(text, *regexes[c]))
          hits.push_back({static_cast<int>(c), static_cast<int>(begin), static_cast<int>(end) + 1});
      }
    }
  }
  return hits;
}

TEST_CASE("the trie finds what the regex of each entry finds") {
  const auto concepts = concepts_of({{"a b", "renov*", "c? d"}, {"a|b c", "re-parole"}, {"b", "a a a"}});
  knowledge::Problems problems;
  const auto matcher = ConceptMatcher::build(concepts, {}, problems);
  REQUIRE(matcher != nullptr);
  const auto regexes = regexes_of(concepts);
  CHECK(rc::check([&] {
    const auto parts = *rc::gen::container<std::vector<std::string>>(rc::gen::element<std::string>(
        "a", "b", "c", "d", "renov", "renovar", "re", "parole", "reparole", "x"));
    std::string text;
    for (const auto& part : parts) text += part + " ";
    const auto line = words(text);
    auto found = matcher->hits(line);
    auto expected = by_regex(regexes, line);
    const auto by_place = [](const Hit& a, const Hit& b) {
      return std::tie(a.concept_index, a.begin, a.end) < std::tie(b.concept_index, b.begin, b.end);
    };
    std::sort(found.begin(), found.end(), by_place);
    found.erase(std::unique(found.begin(), found.end()), found.end());
    std::sort(expected.begin(), expected.end(), by_place);
    RC_ASSERT(found == expected);
  }));
}

TEST_CASE("an entry that is not of the kind is refused with a reason") {
  const auto* const entry = GENERATE("", "what's (this)", "a/b", "*");
  std::string error;
  CHECK_FALSE(entry_regex(entry, error).has_value());
  CHECK_FALSE(error.empty());
}

}  // namespace
}  // namespace tulay::intents
