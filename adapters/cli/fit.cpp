#include <iostream>

#include "adapters/cli/commands.hpp"
#include "adapters/cli/whole_file.hpp"

namespace tulay::cli {
int fit(const Config& config) {
  const auto snapshot = load_knowledge(config);
  if (!snapshot) return bad_usage;
  const auto path = config.data_dir / "intents" / intents::weights_file;
  if (snapshot->catalog.weights_are_kept()) {
    std::cout << path.string() << " fits the data\n";
    return done;
  }
  const auto written = write_whole(path, [&](std::ostream& out) { snapshot->catalog.write_weights(out); });
  if (!written) {
    std::cerr << written.error() << "; make the folder writable for this command\n";
    return found_problems;
  }
  std::cout << path.string() << " is fitted to the data\n";
  return done;
}

}  // namespace tulay::cli
