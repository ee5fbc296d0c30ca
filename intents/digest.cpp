#include "intents/digest.hpp"

#include <algorithm>
#include <array>
#include <fstream>
#include <string_view>
#include <vector>

namespace tulay::intents {
namespace {

namespace fs = std::filesystem;

// Weights know features by name: another name here for every change of what features.cpp takes from a text.
constexpr std::string_view features_are = "words, pairs, pairs up to 3 apart, pieces, concepts";

constexpr std::array<std::string_view, 6> read_by_fitting{"concepts", "examples",  "language",
                                                          "patterns", "shorthand", "words"};

std::uint64_t mixed(std::uint64_t hash, std::string_view bytes) {  // FNV-1a
  for (const char c : bytes) hash = (hash ^ static_cast<unsigned char>(c)) * 1099511628211ULL;
  return hash;
}

std::vector<fs::path> files_below(const fs::path& folder) {
  std::vector<fs::path> files;
  std::error_code none;
  for (const auto& entry : fs::recursive_directory_iterator(folder, none)) {
    if (entry.is_regular_file()) files.push_back(entry.path());
  }
  std::sort(files.begin(), files.end());
  return files;
}

}  // namespace

std::uint64_t digest_of(const fs::path& folder) {
  std::uint64_t hash = mixed(14695981039346656037ULL, features_are);
  std::vector<char> bytes;
  for (const auto name : read_by_fitting) {
    for (const auto& path : files_below(folder / name)) {
      hash = mixed(hash, fs::relative(path, folder).string());
      std::ifstream in(path, std::ios::binary | std::ios::ate);
      bytes.resize(static_cast<std::size_t>(std::max<std::streamoff>(0, in.tellg())));
      in.seekg(0);
      in.read(bytes.data(), static_cast<std::streamsize>(bytes.size()));
      hash = mixed(hash, {bytes.data(), bytes.size()});
    }
  }
  return hash;
}

}  // namespace tulay::intents
