#include "adapters/cli/places.hpp"

#include <system_error>

namespace tulay::cli {

std::filesystem::path default_data_dir() {
  std::error_code error;
  const auto program = std::filesystem::read_symlink("/proc/self/exe", error);
  auto installed = program.parent_path().parent_path() / "share" / "tulay";
  if (!error && std::filesystem::is_directory(installed / "knowledge", error)) return installed;
  return TULAY_SOURCE_DIR;
}

}  // namespace tulay::cli
