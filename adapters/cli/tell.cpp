#include "adapters/cli/tell.hpp"

#include <iostream>

#include "adapters/cli/commands.hpp"

namespace tulay::cli {

void tell(const knowledge::Problems& problems) {
  for (const auto& problem : problems) std::cerr << knowledge::to_string(problem) << '\n';
}

int tell(const bot::StoreError& error) {
  std::cerr << "tulay: error: " << error.detail << '\n';
  return found_problems;
}

}  // namespace tulay::cli
