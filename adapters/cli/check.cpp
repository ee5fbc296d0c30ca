#include <algorithm>
#include <iostream>

#include "adapters/cli/check_examples.hpp"
#include "adapters/cli/commands.hpp"
#include "bot/engine/golden.hpp"
#include "knowledge/data_file.hpp"

namespace tulay::cli {
namespace {

using knowledge::Problems;

void append(Problems& to, const Problems& more) { to.insert(to.end(), more.begin(), more.end()); }

/// Plays every conversation below the folder; returns how many there were.
std::size_t play_conversations(const Config& config, const bot::Snapshot& snapshot, Problems& problems) {
  const auto files = knowledge::data_files_below(config.data_dir / "tests" / "conversations");
  for (const auto& file : files) {
    if (const auto golden = bot::read_golden(file, problems))
      append(problems, play(*golden, snapshot, config.firm));
  }
  return files.size();
}

std::ptrdiff_t count(const Problems& problems, knowledge::Severity severity) {
  return std::count_if(problems.begin(), problems.end(),
                       [&](const auto& one) { return one.severity == severity; });
}

void summarise(const bot::Snapshot& snapshot, std::size_t conversations, const Problems& problems) {
  const auto& knowledge = snapshot.knowledge;
  const auto rules = knowledge.rules().size();
  std::cout << knowledge.topics().size() << " topics, " << knowledge.guides().size() << " guides, "
            << knowledge.facts().size() << " facts, " << knowledge.sources().size() << " sources, "
            << snapshot.catalog.intents().size() << " intents, " << snapshot.catalog.examples().size()
            << " examples, " << conversations
            << " conversations; rules covered: " << rules - knowledge.rules_without_topic().size() << " of "
            << rules << "; " << count(problems, knowledge::Severity::error) << " errors, "
            << count(problems, knowledge::Severity::warning) << " warnings\n";
}

}  // namespace

int check(const Config& config, const CheckOptions& options) {
  const auto today = day_for(options.today, config);
  Problems problems;
  const auto snapshot = bot::Snapshot::load(config.data_dir, config.firm, problems);
  std::size_t conversations = 0;
  if (snapshot) {
    append(problems, check_examples(snapshot->catalog, today));
    append(problems, snapshot->knowledge.stale_on(today));
    conversations = play_conversations(config, *snapshot, problems);
  }
  for (const auto& problem : problems) std::cout << knowledge::to_string(problem) << '\n';
  if (snapshot) {
    summarise(*snapshot, conversations, problems);
  } else {
    std::cout << "nothing was loaded; " << count(problems, knowledge::Severity::error) << " errors, "
              << count(problems, knowledge::Severity::warning) << " warnings\n";
  }
  return knowledge::has_errors(problems) ? found_problems : done;
}

}  // namespace tulay::cli
