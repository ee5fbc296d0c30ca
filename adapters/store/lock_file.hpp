#pragma once

#include <filesystem>
#include <string>
#include <tl/expected.hpp>

namespace tulay::store {

/// Keeps other processes off a store as long as it lives; the kernel lets go when the process dies.
class LockFile {
 public:
  /// Why not, as the end of a sentence: "it is in use by another tulay (process 4711)".
  static tl::expected<LockFile, std::string> take(const std::filesystem::path& path);
  ~LockFile();
  LockFile(LockFile&& other) noexcept;
  LockFile(const LockFile&) = delete;
  LockFile& operator=(const LockFile&) = delete;
  LockFile& operator=(LockFile&&) = delete;

 private:
  explicit LockFile(int descriptor) : descriptor_(descriptor) {}
  int descriptor_;
};

}  // namespace tulay::store
