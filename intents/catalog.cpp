#include "intents/catalog.hpp"

#include <algorithm>
#include <fstream>

#include "intents/catalog_parts.hpp"
#include "intents/compile.hpp"
#include "intents/data_folder.hpp"
#include "intents/digest.hpp"
#include "intents/features.hpp"
#include "intents/fitting.hpp"
#include "intents/told_examples.hpp"

namespace tulay::intents {
namespace {

using knowledge::Problems;
namespace fs = std::filesystem;

void read_language_data(const fs::path& root, Catalog::Parts& parts, Problems& problems) {
  each_file(root, "shorthand", problems,
            [&](knowledge::Table& file, const fs::path&) { parts.shorthand.read(file); });
  each_file(root, "language", problems, [&](knowledge::Table& file, const fs::path& path) {
    if (const auto language = knowledge::language_from_tag(path.stem().string()))
      parts.markers.read(file, *language);
  });
  if (auto file = knowledge::read_data_file(root / "thresholds.toml", "intents/thresholds.toml", problems)) {
    parts.thresholds = read_thresholds(*file);
  }
}

// Common correct words: one a line, '#' begins a comment.
void read_guards(const fs::path& root, Spelling& spelling) {
  for (const auto language : knowledge::all_languages) {
    std::ifstream in(root / "words" / (std::string(knowledge::tag(language)) + ".txt"));
    for (std::string word; std::getline(in, word);) {
      if (!word.empty() && word.front() != '#') spelling.add_guard(word);
    }
  }
}

void read_spelling(const fs::path& root, const std::vector<Concept>& concepts, const Fillers& fillers,
                   Spelling& spelling) {
  read_guards(root, spelling);
  for (const auto& filler : fillers.words) spelling.add_guard(filler);
  for (const auto& one : concepts) {
    for (const auto& entry : one.entries) add_vocabulary(entry.text, spelling);
  }
  // Slips that would turn one fact about a person into another; glossary.md, section 9.
  spelling.keep_apart("denied", "detained");
  spelling.keep_apart("approved", "unapproved");
  spelling.keep_apart("expire", "inspire");
  spelling.freeze();
}

// Entries must look as messages do after expansion, or they would never match.
void read_as_messages(const Shorthand& shorthand, std::vector<Concept>& concepts, Fillers& fillers) {
  for (auto& one : concepts) {
    for (auto& entry : one.entries) entry.text = shorthand.expand_entry(entry.text);
  }
  for (auto& word : fillers.words) word = shorthand.expand_entry(word);
}

std::vector<Intent> read_intents(const fs::path& root, Problems& problems) {
  std::vector<Intent> intents;
  each_file(root, "patterns", problems, [&](knowledge::Table& file, const fs::path& path) {
    intents.push_back(read_intent(file));
    if (intents.back().info.id != path.stem().string()) {
      file.problem("intent", "intent '" + intents.back().info.id + "' stands in " + path.filename().string(),
                   "name the file after the intent");
    }
  });
  std::sort(intents.begin(), intents.end(),
            [](const Intent& a, const Intent& b) { return a.info.id < b.info.id; });
  return intents;
}

// The sentences of the pattern files are the plain ways to ask; there are fewer of them than clients use
// them.
constexpr int plain_counts = 3;

std::vector<Lesson> lessons_of(const Catalog::Parts& parts, const std::vector<Example>& told) {
  std::vector<Lesson> lessons;
  const auto add = [&](const Example& example, int times) {
    const int intent = example.intent == "fallback" ? parts.out_of_scope : parts.intent_index(example.intent);
    if (intent < 0) return;
    const auto reading = read(parts, prepared(parts, fold(example.text), example.text));
    lessons.insert(lessons.end(), static_cast<std::size_t>(times), {intent, features_of(reading)});
  };
  for (const auto& example : parts.examples) add(example, plain_counts);
  for (const auto& example : told) add(example, 1);
  return lessons;
}

// Fitting takes seconds, so what it gave for the very same data is kept beside them (tulay fit).
void learn_examples(const fs::path& root, Catalog::Parts& parts, Problems& problems) {
  parts.digest = digest_of(root);
  std::ifstream file(root / weights_file, std::ios::binary);
  auto weights = FeatureWeights::read(file, parts.digest, parts.intents.size());
  parts.weights_from_file = weights.has_value();
  if (!weights) {
    const auto told = read_told_examples(root, parts.intents, problems);
    if (knowledge::has_errors(problems)) return;
    weights = fit(lessons_of(parts, told), parts.intents.size());
  }
  parts.likeness = Likeness{std::move(*weights)};
}

void read_threads(const fs::path& root, Catalog::Parts& parts, Problems& problems) {
  std::vector<std::string> names;
  for (const auto& intent : parts.intents) names.push_back(intent.id);
  if (auto file = knowledge::read_data_file(root / "threads.toml", "intents/threads.toml", problems))
    parts.threads.read(*file, names);
}

// How people answer a question: their own lists, since they speak for no intent.
void read_answers(const fs::path& root, Catalog::Parts& parts, Problems& problems) {
  std::vector<Concept> answers;
  Fillers fillers;
  each_file(root, "answers", problems,
            [&](knowledge::Table& file, const fs::path&) { read_concepts(file, answers, fillers); });
  read_as_messages(parts.shorthand, answers, fillers);
  parts.answers = ConceptMatcher::build(answers, fillers, problems);
}

}  // namespace

int Catalog::Parts::intent_index(std::string_view id) const {
  const auto found =
      std::lower_bound(intents.begin(), intents.end(), id,
                       [](const IntentInfo& intent, std::string_view wanted) { return intent.id < wanted; });
  return found == intents.end() || found->id != id ? -1 : static_cast<int>(found - intents.begin());
}

std::optional<Catalog> Catalog::load(const fs::path& folder, Problems& problems) {
  const auto before = problems.size();
  auto parts = std::make_shared<Parts>();
  read_language_data(folder, *parts, problems);
  std::vector<Concept> concepts;
  Fillers fillers;
  each_file(folder, "concepts", problems,
            [&](knowledge::Table& file, const fs::path&) { read_concepts(file, concepts, fillers); });
  // Without a concept, every pattern that names it would be a fault of its own.
  if (problems.size() > before) return std::nullopt;
  read_as_messages(parts->shorthand, concepts, fillers);
  read_spelling(folder, concepts, fillers, parts->spelling);
  const auto intents = read_intents(folder, problems);
  if (intents.empty())
    problems.push_back(
        {knowledge::Severity::error, {"intents/patterns", 0, 0}, "no intents found", "check data.dir"});

  parts->concepts = ConceptMatcher::build(concepts, fillers, problems);
  if (parts->concepts) compile(intents, *parts, problems);
  read_answers(folder, *parts, problems);
  if (knowledge::has_errors(problems)) return std::nullopt;
  read_threads(folder, *parts, problems);
  learn_examples(folder, *parts, problems);
  if (knowledge::has_errors(problems)) return std::nullopt;
  Catalog catalog;
  catalog.parts_ = std::move(parts);
  return catalog;
}

const std::vector<IntentInfo>& Catalog::intents() const { return parts_->intents; }

const IntentInfo* Catalog::intent(std::string_view id) const {
  const int index = parts_->intent_index(id);
  return index < 0 ? nullptr : &parts_->intents[static_cast<std::size_t>(index)];
}

const Thresholds& Catalog::thresholds() const { return parts_->thresholds; }

const std::vector<Example>& Catalog::examples() const { return parts_->examples; }

bool Catalog::weights_are_kept() const { return parts_->weights_from_file; }

void Catalog::write_weights(std::ostream& out) const {
  parts_->likeness.weights().write(out, parts_->digest);
}

}  // namespace tulay::intents
