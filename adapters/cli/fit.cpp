#include <filesystem>
#include <fstream>
#include <iostream>

#include "adapters/cli/commands.hpp"

namespace tulay::cli {
namespace {

namespace fs = std::filesystem;

// Whole or not at all: a server that starts meanwhile reads the old file or the new one.
bool write_whole(const intents::Catalog& catalog, const fs::path& path) {
  const fs::path aside = path.string() + ".new";
  {
    std::ofstream out(aside, std::ios::binary | std::ios::trunc);
    catalog.write_weights(out);
    if (!out.flush()) return false;
  }
  std::error_code error;
  fs::rename(aside, path, error);
  return !error;
}

}  // namespace

int fit(const Config& config) {
  const auto snapshot = load_knowledge(config);
  if (!snapshot) return bad_usage;
  const auto path = config.data_dir / "intents" / intents::weights_file;
  if (snapshot->catalog.weights_are_kept()) {
    std::cout << path.string() << " fits the data\n";
    return done;
  }
  if (!write_whole(snapshot->catalog, path)) {
    std::cerr << path.string() << ": cannot be written; make the folder writable for this command\n";
    return found_problems;
  }
  std::cout << path.string() << " is fitted to " << snapshot->catalog.examples().size() << " examples\n";
  return done;
}

}  // namespace tulay::cli
