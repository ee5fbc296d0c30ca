#include "intents/matcher.hpp"

#include <algorithm>

namespace tulay::intents {
namespace {

constexpr int trunk = 0;

std::uint64_t edge(int node, int form) {
  return (static_cast<std::uint64_t>(node) << 32U) | static_cast<std::uint32_t>(form);
}

}  // namespace

Line line_of(std::span<const Word> words) {
  Line line;
  for (std::size_t i = 0; i < words.size(); ++i) {
    if (i > 0) line.text += ' ';
    line.text += words[i].text;
    line.word_at.resize(line.text.size() + 1, static_cast<int>(i));
  }
  return line;
}

std::unique_ptr<ConceptMatcher> ConceptMatcher::build(const std::vector<Concept>& concepts,
                                                      const Fillers& fillers, knowledge::Problems& problems) {
  std::unique_ptr<ConceptMatcher> matcher(new ConceptMatcher());
  matcher->concepts_ = concepts;
  matcher->fillers_.insert(fillers.words.begin(), fillers.words.end());
  matcher->own_regex_.resize(concepts.size());
  matcher->including_.resize(concepts.size());
  matcher->ends_.resize(1);
  for (std::size_t i = 0; i < concepts.size(); ++i) {
    const auto& one = concepts[i];
    if (!matcher->index_.emplace(one.id, static_cast<int>(i)).second) {
      problems.push_back({knowledge::Severity::error, one.at, "concept '" + one.id + "' stands twice",
                          "merge the two lists"});
    }
    for (const auto& entry : one.entries) {
      std::string error;
      const auto regex = entry_regex(entry.text, error);
      if (!regex) {
        problems.push_back({knowledge::Severity::error, entry.at,
                            "'" + entry.text + "' is no concept entry: " + error,
                            "use words, with - * ? | or ~ as the README of intents says"});
        continue;
      }
      auto& own = matcher->own_regex_[i];
      own += (own.empty() ? "" : "|") + *regex;
      for (const auto& words : entry_variants(entry.text)) matcher->add(static_cast<int>(i), words);
    }
  }
  matcher->close_includes(problems);
  return knowledge::has_errors(problems) ? nullptr : std::move(matcher);
}

void ConceptMatcher::add(int concept_index, const std::vector<std::string>& words) {
  int node = trunk;
  for (const auto& word : words) {
    const auto [found, is_new] =
        next_.try_emplace(edge(node, forms_.add(word)), static_cast<int>(ends_.size()));
    if (is_new) ends_.emplace_back();
    node = found->second;
  }
  auto& ends = ends_[static_cast<std::size_t>(node)];
  if (std::find(ends.begin(), ends.end(), concept_index) == ends.end()) ends.push_back(concept_index);
}

void ConceptMatcher::close_includes(knowledge::Problems& problems) {
  std::vector<std::string> known;
  for (const auto& one : concepts_) known.push_back(one.id);
  for (std::size_t i = 0; i < concepts_.size(); ++i) {
    std::vector<int> open{static_cast<int>(i)};
    std::vector<bool> seen(concepts_.size(), false);
    while (!open.empty()) {
      const auto& one = concepts_[static_cast<std::size_t>(open.back())];
      open.pop_back();
      for (const auto& id : one.includes) {
        const int child = index_of(id);
        if (child < 0) {
          problems.push_back({knowledge::Severity::error, one.at,
                              "concept '" + one.id + "' includes unknown concept '" + id + "'",
                              knowledge::did_you_mean(id, known)});
          continue;
        }
        if (seen[static_cast<std::size_t>(child)]) continue;
        seen[static_cast<std::size_t>(child)] = true;
        including_[static_cast<std::size_t>(child)].push_back(static_cast<int>(i));
        open.push_back(child);
      }
    }
  }
}

int ConceptMatcher::index_of(std::string_view id) const {
  const auto found = index_.find(std::string(id));
  return found == index_.end() ? -1 : found->second;
}

std::string ConceptMatcher::regex_of(int index) const {
  std::string out = own_regex_[static_cast<std::size_t>(index)];
  for (std::size_t child = 0; child < concepts_.size(); ++child) {
    const auto& parents = including_[child];
    if (own_regex_[child].empty() || std::find(parents.begin(), parents.end(), index) == parents.end())
      continue;
    out += (out.empty() ? "" : "|") + own_regex_[child];
  }
  return "(?:" + out + ")";
}

void ConceptMatcher::walk(std::span<const std::vector<int>> forms, std::size_t begin,
                          std::vector<Hit>& found) const {
  // More than one way through is rare (a word that is both an entry's word and fits a wildcard).
  std::vector<int> nodes{trunk};
  for (std::size_t at = begin; at < forms.size() && !nodes.empty(); ++at) {
    std::vector<int> reached;
    for (const int node : nodes) {
      for (const int form : forms[at]) {
        const auto step = next_.find(edge(node, form));
        if (step == next_.end()) continue;
        reached.push_back(step->second);
        for (const int concept_index : ends_[static_cast<std::size_t>(step->second)]) {
          found.push_back({concept_index, static_cast<int>(begin), static_cast<int>(at) + 1});
        }
      }
    }
    nodes = std::move(reached);
  }
}

std::vector<Hit> ConceptMatcher::hits(std::span<const Word> words) const {
  std::vector<std::vector<int>> forms;
  forms.reserve(words.size());
  for (const auto& word : words) forms.push_back(forms_.forms_of(word.text));
  std::vector<Hit> found;
  for (std::size_t begin = 0; begin < forms.size(); ++begin) walk(forms, begin, found);
  const std::size_t own = found.size();
  for (std::size_t i = 0; i < own; ++i) {
    for (const int parent : including_[static_cast<std::size_t>(found[i].concept_index)]) {
      found.push_back({parent, found[i].begin, found[i].end});
    }
  }
  // Of entries of one concept that begin at one word, the longest counts.
  std::sort(found.begin(), found.end(), [](const Hit& a, const Hit& b) {
    return a.concept_index != b.concept_index ? a.concept_index < b.concept_index
           : a.begin != b.begin               ? a.begin < b.begin
                                              : a.end > b.end;
  });
  found.erase(std::unique(found.begin(), found.end(),
                          [](const Hit& a, const Hit& b) {
                            return a.concept_index == b.concept_index && a.begin == b.begin;
                          }),
              found.end());
  return found;
}

}  // namespace tulay::intents
