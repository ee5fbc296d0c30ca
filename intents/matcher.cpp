#include "intents/matcher.hpp"

#include <re2/re2.h>
#include <re2/set.h>

#include <algorithm>
#include <functional>

namespace tulay::intents {
namespace {

// RE2::Set's Compile fails, and then silently matches nothing, when this is too small.
constexpr std::int64_t set_memory = 64 << 20;

RE2::Options options(bool longest) {
  RE2::Options o;
  o.set_log_errors(false);
  o.set_max_mem(set_memory);
  o.set_longest_match(longest);
  return o;
}

std::string bounded(const std::string& regex) { return "\\b(?:" + regex + ")\\b"; }

}  // namespace

struct ConceptMatcher::Machine {
  std::unique_ptr<RE2::Set> set;
  std::vector<int> concept_of;                   // set entry → concept
  std::vector<std::unique_ptr<RE2>> single;      // by concept
};

ConceptMatcher::ConceptMatcher() : machine_(std::make_unique<Machine>()) {}
ConceptMatcher::~ConceptMatcher() = default;

Line line_of(std::span<const Word> words) {
  Line line;
  for (std::size_t i = 0; i < words.size(); ++i) {
    if (i > 0) line.text += ' ';
    line.text += words[i].text;
    line.word_at.resize(line.text.size() + 1, static_cast<int>(i));
  }
  return line;
}

std::unique_ptr<ConceptMatcher> ConceptMatcher::build(const std::vector<Concept>& concepts, const Fillers& fillers,
                                                      knowledge::Problems& problems) {
  std::unique_ptr<ConceptMatcher> matcher(new ConceptMatcher());
  matcher->concepts_ = concepts;
  matcher->fillers_.insert(fillers.words.begin(), fillers.words.end());
  matcher->own_regex_.resize(concepts.size());
  matcher->including_.resize(concepts.size());
  matcher->machine_->single.resize(concepts.size());
  std::vector<std::string> known;
  for (std::size_t i = 0; i < concepts.size(); ++i) {
    known.push_back(concepts[i].id);
    if (!matcher->index_.emplace(concepts[i].id, static_cast<int>(i)).second) {
      problems.push_back({knowledge::Severity::error, concepts[i].at, "concept '" + concepts[i].id + "' stands twice",
                          "merge the two lists"});
    }
  }
  auto set = std::make_unique<RE2::Set>(options(false), RE2::UNANCHORED);
  for (std::size_t i = 0; i < concepts.size(); ++i) {
    std::string regex;
    for (const auto& entry : concepts[i].entries) {
      std::string error;
      const auto one = entry_regex(entry.text, error);
      if (!one) {
        problems.push_back({knowledge::Severity::error, entry.at, "'" + entry.text + "' is no concept entry: " + error,
                            "use words, with - * ? | or ~ as the README of intents says"});
        continue;
      }
      regex += (regex.empty() ? "" : "|") + *one;
    }
    for (const auto& other : concepts[i].includes) {
      if (!matcher->index_.contains(other)) {
        problems.push_back({knowledge::Severity::error, concepts[i].at,
                            "concept '" + concepts[i].id + "' includes unknown concept '" + other + "'",
                            knowledge::did_you_mean(other, known)});
      }
    }
    if (regex.empty()) continue;
    matcher->own_regex_[i] = regex;
    std::string error;
    if (set->Add(bounded(regex), &error) < 0) {
      problems.push_back({knowledge::Severity::error, concepts[i].at, "concept '" + concepts[i].id + "' does not compile: " + error, ""});
      continue;
    }
    matcher->machine_->concept_of.push_back(static_cast<int>(i));
    matcher->machine_->single[i] = std::make_unique<RE2>("(" + bounded(regex) + ")", options(true));
  }
  if (knowledge::has_errors(problems)) return nullptr;
  if (!set->Compile()) {
    problems.push_back({knowledge::Severity::error, {"intents/concepts", 0, 0}, "all concepts together need more than 64 MiB", "split long lists or drop `*` and `~`"});
    return nullptr;
  }
  matcher->machine_->set = std::move(set);

  for (std::size_t i = 0; i < concepts.size(); ++i) {
    std::vector<int> open{static_cast<int>(i)};
    std::vector<bool> seen(concepts.size(), false);
    while (!open.empty()) {
      const int at = open.back();
      open.pop_back();
      for (const auto& id : concepts[static_cast<std::size_t>(at)].includes) {
        const int child = matcher->index_.at(id);
        if (seen[static_cast<std::size_t>(child)]) continue;
        seen[static_cast<std::size_t>(child)] = true;
        matcher->including_[static_cast<std::size_t>(child)].push_back(static_cast<int>(i));
        open.push_back(child);
      }
    }
  }
  return matcher;
}

int ConceptMatcher::index_of(std::string_view id) const {
  const auto found = index_.find(std::string(id));
  return found == index_.end() ? -1 : found->second;
}

std::string ConceptMatcher::regex_of(int index) const {
  std::string out = own_regex_[static_cast<std::size_t>(index)];
  for (std::size_t child = 0; child < concepts_.size(); ++child) {
    const auto& parents = including_[child];
    if (own_regex_[child].empty() || std::find(parents.begin(), parents.end(), index) == parents.end()) continue;
    out += (out.empty() ? "" : "|") + own_regex_[child];
  }
  return "(?:" + out + ")";
}

std::vector<Hit> ConceptMatcher::hits(const Line& line) const {
  std::vector<int> entries;
  std::vector<Hit> found;
  if (line.text.empty() || !machine_->set->Match(line.text, &entries)) return found;
  const re2::StringPiece text(line.text);
  for (const int entry : entries) {
    const int concept_index = machine_->concept_of[static_cast<std::size_t>(entry)];
    const RE2& single = *machine_->single[static_cast<std::size_t>(concept_index)];
    re2::StringPiece match;
    std::size_t from = 0;
    while (from < line.text.size() && single.Match(text, from, text.size(), RE2::UNANCHORED, &match, 1)) {
      const auto begin = static_cast<std::size_t>(match.data() - line.text.data());
      const Hit hit{concept_index, line.word_at[begin], line.word_at[begin + match.size() - 1] + 1};
      found.push_back(hit);
      for (const int parent : including_[static_cast<std::size_t>(concept_index)]) {
        found.push_back({parent, hit.begin, hit.end});
      }
      from = begin + std::max<std::size_t>(match.size(), 1);
    }
  }
  std::sort(found.begin(), found.end(), [](const Hit& a, const Hit& b) {
    return a.concept_index != b.concept_index ? a.concept_index < b.concept_index
           : a.begin != b.begin               ? a.begin < b.begin
                                              : a.end < b.end;
  });
  found.erase(std::unique(found.begin(), found.end()), found.end());
  return found;
}

}  // namespace tulay::intents
