#include "intents/wording.hpp"

#include <algorithm>
#include <span>
#include <tuple>

#include "intents/catalog_parts.hpp"

namespace tulay::intents {
namespace {

void add(const ConceptMatcher& lists, std::span<const Hit> hits, std::vector<Wording::Said>& said) {
  for (const auto& hit : hits) said.push_back({lists.concept_at(hit.concept_index).id, hit.begin, hit.end});
}

bool all_small(const std::vector<bool>& small, int begin, int end) {
  return std::all_of(small.begin() + begin, small.begin() + end, [](bool one) { return one; });
}

}  // namespace

bool Wording::says(std::string_view id) const {
  return std::any_of(said.begin(), said.end(), [&](const Said& one) { return one.id == id; });
}

bool Wording::says_only(std::string_view id) const {
  auto left = small;
  bool found = false;
  for (const auto& one : said) {
    if (one.id != id) continue;
    found = true;
    std::fill(left.begin() + one.begin, left.begin() + one.end, true);
  }
  return found && all_small(left, 0, static_cast<int>(left.size()));
}

bool Wording::opens_with(std::string_view id) const {
  return std::any_of(said.begin(), said.end(),
                     [&](const Said& one) { return one.id == id && all_small(small, 0, one.begin); });
}

Wording wording_of(const Catalog& catalog, std::string_view utterance) {
  const auto& parts = catalog.parts();
  const auto reading = read(parts, prepared(parts, fold(utterance), utterance));
  std::vector<Word> words;
  words.reserve(reading.words.size());
  for (const auto& one : reading.words) words.push_back(one.word);
  Wording wording;
  add(*parts.concepts, reading.hits, wording.said);
  add(*parts.answers, parts.answers->hits(words), wording.said);
  std::sort(wording.said.begin(), wording.said.end(), [](const auto& a, const auto& b) {
    return std::tuple(a.begin, -a.end, a.id) < std::tuple(b.begin, -b.end, b.id);
  });
  for (const auto& word : words) wording.small.push_back(parts.answers->is_filler(word.text));
  wording.asks = reading.asks_anywhere();
  return wording;
}

bool has_wording(const Catalog& catalog, std::string_view id) {
  return catalog.parts().concepts->index_of(id) >= 0 || catalog.parts().answers->index_of(id) >= 0;
}

std::string plain_words(std::string_view text) {
  std::string out;
  for (const auto& word : words_of(fold(text))) out += (out.empty() ? "" : " ") + word.text;
  return out;
}

}  // namespace tulay::intents
