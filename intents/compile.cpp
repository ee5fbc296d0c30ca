#include "intents/compile.hpp"

#include <algorithm>
#include <string_view>

namespace tulay::intents {
namespace {

class Compiler {
 public:
  Compiler(Catalog::Parts& parts, knowledge::Problems& problems) : parts_(parts), problems_(problems) {
    for (std::size_t i = 0; i < parts.concepts->size(); ++i) {
      concept_ids_.push_back(parts.concepts->concept_at(static_cast<int>(i)).id);
    }
    for (const auto& intent : parts.intents) intent_ids_.push_back(intent.id);
  }

  [[nodiscard]] CompiledPattern compile(const Pattern& pattern, int intent) {
    CompiledPattern out;
    out.intent = intent;
    for (const auto& item : pattern.all) {
      out.all.emplace_back();
      for (const auto& id : item) out.all.back().push_back(concept_index(id, pattern.at));
    }
    for (const auto& id : pattern.none) out.none.push_back(concept_index(id, pattern.at));
    for (const auto& id : pattern.after) {
      if (id == "any") {
        out.after_any = true;
      } else {
        out.after.push_back(intent_index(id, pattern.at));
      }
    }
    out.weight = pattern.weight;
    out.near = pattern.near;
    out.order = pattern.order;
    out.only = pattern.only;
    out.against = pattern.against;
    out.at = pattern.at;
    return out;
  }

 private:
  int concept_index(const std::string& id, const knowledge::SourceLine& at) {
    const int index = parts_.concepts->index_of(id);
    if (index < 0) unknown("concept", id, at, concept_ids_);
    return std::max(index, 0);
  }

  int intent_index(const std::string& id, const knowledge::SourceLine& at) {
    const int index = parts_.intent_index(id);
    if (index < 0) unknown("intent", id, at, intent_ids_);
    return index;
  }

  void unknown(std::string_view what, const std::string& id, const knowledge::SourceLine& at,
               const std::vector<std::string>& known) {
    problems_.push_back({knowledge::Severity::error, at, "unknown " + std::string(what) + " '" + id + "'",
                         knowledge::did_you_mean(id, known)});
  }

  Catalog::Parts& parts_;
  knowledge::Problems& problems_;
  std::vector<std::string> concept_ids_;
  std::vector<std::string> intent_ids_;
};

// A pattern is looked at only when its rarest item was hit, so that common words cost nothing.
void file_under_rarest(Catalog::Parts& parts) {
  std::vector<int> uses(parts.concepts->size(), 0);
  for (const auto& pattern : parts.patterns) {
    for (const auto& item : pattern.all) {
      for (const int index : item) ++uses[static_cast<std::size_t>(index)];
    }
  }
  const auto commonness = [&](const std::vector<int>& item) {
    int sum = 0;
    for (const int index : item) sum += uses[static_cast<std::size_t>(index)];
    return sum;
  };
  parts.brought_up_by.resize(parts.concepts->size());
  for (std::size_t p = 0; p < parts.patterns.size(); ++p) {
    auto& pattern = parts.patterns[p];
    if (pattern.all.empty()) continue;
    for (std::size_t i = 1; i < pattern.all.size(); ++i) {
      if (commonness(pattern.all[i]) < commonness(pattern.all[pattern.key])) pattern.key = i;
    }
    for (const int index : pattern.all[pattern.key]) {
      parts.brought_up_by[static_cast<std::size_t>(index)].push_back(static_cast<int>(p));
    }
  }
}

}  // namespace

void compile(const std::vector<Intent>& intents, Catalog::Parts& parts, knowledge::Problems& problems) {
  for (const auto& intent : intents) {
    parts.intents.push_back(intent.info);
    parts.examples.insert(parts.examples.end(), intent.examples.begin(), intent.examples.end());
  }
  Compiler compiler(parts, problems);
  for (std::size_t i = 0; i < intents.size(); ++i) {
    for (const auto& pattern : intents[i].patterns) {
      if (!pattern.match.empty()) {
        parts.whole.add(static_cast<int>(parts.patterns.size()), pattern.match, pattern.at, *parts.concepts,
                        problems);
      }
      parts.patterns.push_back(compiler.compile(pattern, static_cast<int>(i)));
    }
  }
  parts.whole.compile(problems);
  file_under_rarest(parts);
  for (int i = 0; i < static_cast<int>(parts.concepts->size()); ++i) {
    if (const auto holds = parts.concepts->concept_at(i).holds) parts.held.emplace_back(*holds, i);
  }
  parts.asking = parts.concepts->index_of("asking");
  parts.connective = parts.concepts->index_of("connective");
  parts.more_of_same = parts.concepts->index_of("more_of_same");
  parts.yes = parts.concepts->index_of("yes");
  parts.out_of_scope = parts.intent_index("out_of_scope");
}

}  // namespace tulay::intents
