#include <algorithm>
#include <iostream>

#include "adapters/cli/check_data.hpp"
#include "adapters/cli/commands.hpp"

namespace tulay::cli {
namespace {

using knowledge::Problems;

std::ptrdiff_t count(const Problems& problems, knowledge::Severity severity) {
  return std::count_if(problems.begin(), problems.end(),
                       [&](const auto& one) { return one.severity == severity; });
}

void summarise(const CheckedData& checked) {
  const auto& [snapshot, examples, conversations, problems] = checked;
  const auto& knowledge = snapshot->knowledge;
  const auto rules = knowledge.rules().size();
  std::cout << knowledge.topics().size() << " topics, " << knowledge.guides().size() << " guides, "
            << knowledge.facts().size() << " facts, " << knowledge.sources().size() << " sources, "
            << snapshot->catalog.intents().size() << " intents, " << examples << " examples, "
            << conversations
            << " conversations; rules covered: " << rules - knowledge.rules_without_topic().size() << " of "
            << rules << "; " << count(problems, knowledge::Severity::error) << " errors, "
            << count(problems, knowledge::Severity::warning) << " warnings\n";
}

}  // namespace

int check(const Config& config, const CheckOptions& options) {
  const auto checked = check_data(config, day_for(options.today, config));
  const auto& problems = checked.problems;
  for (const auto& problem : problems) std::cout << knowledge::to_string(problem) << '\n';
  if (checked.snapshot) {
    summarise(checked);
  } else {
    std::cout << "nothing was loaded; " << count(problems, knowledge::Severity::error) << " errors, "
              << count(problems, knowledge::Severity::warning) << " warnings\n";
  }
  return knowledge::has_errors(problems) ? found_problems : done;
}

}  // namespace tulay::cli
