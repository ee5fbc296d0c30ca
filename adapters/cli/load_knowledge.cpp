#include <iostream>

#include "adapters/cli/commands.hpp"

namespace tulay::cli {

std::shared_ptr<const bot::Snapshot> load_knowledge(const Config& config) {
  knowledge::Problems problems;
  auto snapshot = bot::Snapshot::load(config.data_dir, config.firm, problems);
  if (snapshot) return snapshot;
  for (const auto& problem : problems) {
    if (problem.severity == knowledge::Severity::error) std::cerr << knowledge::to_string(problem) << '\n';
  }
  return nullptr;
}

}  // namespace tulay::cli
