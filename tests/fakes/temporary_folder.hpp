#pragma once

#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <sstream>
#include <string>

namespace tulay::fakes {

/// A folder that goes when the test does.
class TemporaryFolder {
 public:
  TemporaryFolder() {
    std::string pattern = (std::filesystem::temp_directory_path() / "tulay-test-XXXXXX").string();
    path_ = ::mkdtemp(pattern.data());
  }
  ~TemporaryFolder() {
    std::error_code ignored;
    std::filesystem::remove_all(path_, ignored);
  }
  TemporaryFolder(const TemporaryFolder&) = delete;
  TemporaryFolder& operator=(const TemporaryFolder&) = delete;

  [[nodiscard]] const std::filesystem::path& path() const { return path_; }

 private:
  std::filesystem::path path_;
};

inline std::string content_of(const std::filesystem::path& file) {
  std::ifstream in(file, std::ios::binary);
  std::ostringstream text;
  text << in.rdbuf();
  return text.str();
}

inline void write(const std::filesystem::path& file, const std::string& text) {
  std::ofstream(file, std::ios::binary) << text;
}

/// The data files of `from` in `to`, to be broken, with what was fitted to them.
inline void copy_data(const std::filesystem::path& from, const std::filesystem::path& to) {
  for (const auto* const part : {"knowledge", "intents"}) {
    for (const auto& entry : std::filesystem::recursive_directory_iterator(from / part)) {
      const auto ending = entry.path().extension();
      if (ending != ".toml" && ending != ".txt" && ending != ".bin") continue;
      const auto target = to / std::filesystem::relative(entry.path(), from);
      std::filesystem::create_directories(target.parent_path());
      std::filesystem::copy_file(entry.path(), target);
    }
  }
}

}  // namespace tulay::fakes
