#include "intents/whole_patterns.hpp"

#include <re2/filtered_re2.h>
#include <re2/re2.h>
#include <re2/set.h>

#include <optional>

namespace tulay::intents {
namespace {

constexpr std::int64_t pattern_memory = 16 << 20;
constexpr std::string_view gap = "(?: [a-z0-9]+){0,6}? ?";

RE2::Options options() {
  RE2::Options o;
  o.set_log_errors(false);
  o.set_max_mem(pattern_memory);
  return o;
}

std::optional<std::string> expanded(const std::string& match, const ConceptMatcher& concepts,
                                    std::string& unknown) {
  std::string out;
  for (std::size_t i = 0; i < match.size(); ++i) {
    const auto close = match[i] == '{' ? match.find('}', i) : std::string::npos;
    // {2,5} is a repetition, not a name.
    if (close == std::string::npos || (match[i + 1] >= '0' && match[i + 1] <= '9')) {
      out += match[i];
      continue;
    }
    const std::string name = match.substr(i + 1, close - i - 1);
    const int index = concepts.index_of(name);
    if (name == "gap") {
      out += gap;
    } else if (index >= 0) {
      out += concepts.regex_of(index);
    } else {
      unknown = name;
      return std::nullopt;
    }
    i = close;
  }
  return out;
}

}  // namespace

struct WholePatterns::Machine {
  re2::FilteredRE2 filtered;
  std::vector<int> pattern_of;
  std::unique_ptr<RE2::Set> atoms;
};

WholePatterns::WholePatterns() : machine_(std::make_unique<Machine>()) {}
WholePatterns::~WholePatterns() = default;

void WholePatterns::add(int pattern, const std::string& match, const knowledge::SourceLine& at,
                        const ConceptMatcher& concepts, knowledge::Problems& problems) {
  std::string unknown;
  const auto regex = expanded(match, concepts, unknown);
  if (!regex) {
    problems.push_back({knowledge::Severity::error, at, "unknown concept '" + unknown + "' in match",
                        "define it in intents/concepts"});
    return;
  }
  int id = 0;
  if (machine_->filtered.Add("\\b(?:" + *regex + ")\\b", options(), &id) != RE2::NoError) {
    problems.push_back({knowledge::Severity::error, at, "'" + match + "' does not compile as RE2",
                        "see the RE2 syntax page"});
    return;
  }
  machine_->pattern_of.push_back(pattern);
}

void WholePatterns::compile(knowledge::Problems& problems) {
  if (machine_->pattern_of.empty()) return;
  std::vector<std::string> atoms;
  machine_->filtered.Compile(&atoms);
  if (atoms.empty()) return;
  auto set = std::make_unique<RE2::Set>(options(), RE2::UNANCHORED);
  for (const auto& atom : atoms) set->Add(RE2::QuoteMeta(atom), nullptr);
  if (!set->Compile()) {
    problems.push_back({knowledge::Severity::error,
                        {"intents/patterns", 0, 0},
                        "the literals of all match patterns need more than 16 MiB",
                        "use `all` instead of `match`"});
    return;
  }
  machine_->atoms = std::move(set);
}

std::vector<WholePatterns::Found> WholePatterns::found_in(const Line& line) const {
  std::vector<Found> found;
  if (machine_->pattern_of.empty() || line.text.empty()) return found;
  std::vector<int> atoms;
  if (machine_->atoms) machine_->atoms->Match(line.text, &atoms);
  std::vector<int> matching;
  machine_->filtered.AllMatches(line.text, atoms, &matching);
  for (const int id : matching) {
    const RE2& re = machine_->filtered.GetRE2(id);
    re2::StringPiece match;
    if (!re.Match(line.text, 0, line.text.size(), RE2::UNANCHORED, &match, 1) || match.empty()) continue;
    const auto begin = static_cast<std::size_t>(match.data() - line.text.data());
    found.push_back({machine_->pattern_of[static_cast<std::size_t>(id)], line.word_at[begin],
                     line.word_at[begin + match.size() - 1] + 1});
  }
  return found;
}

}  // namespace tulay::intents
