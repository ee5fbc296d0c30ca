#include "adapters/store/lock_file.hpp"

#include <fcntl.h>
#include <sys/file.h>
#include <unistd.h>

#include <array>
#include <cerrno>
#include <system_error>
#include <utility>

namespace tulay::store {
namespace {

std::string owner(int descriptor) {
  std::array<char, 16> text{};
  const auto count = ::pread(descriptor, text.data(), text.size(), 0);
  return count > 0 ? " (process " + std::string(text.data(), static_cast<std::size_t>(count)) + ")" : "";
}

}  // namespace

tl::expected<LockFile, std::string> LockFile::take(const std::filesystem::path& path) {
  const int descriptor = ::open(path.c_str(), O_RDWR | O_CREAT | O_CLOEXEC, 0600);
  if (descriptor < 0)
    return tl::unexpected("its lock file cannot be opened: " + std::generic_category().message(errno));
  LockFile lock(descriptor);
  if (::flock(descriptor, LOCK_EX | LOCK_NB) != 0) {
    return tl::unexpected("it is in use by another tulay" + owner(descriptor));
  }
  const auto process = std::to_string(::getpid());
  if (::ftruncate(descriptor, 0) != 0 || ::pwrite(descriptor, process.data(), process.size(), 0) < 0) {
    return tl::unexpected("its lock file cannot be written: " + std::generic_category().message(errno));
  }
  return lock;
}

LockFile::LockFile(LockFile&& other) noexcept : descriptor_(std::exchange(other.descriptor_, -1)) {}

LockFile::~LockFile() {
  if (descriptor_ >= 0) ::close(descriptor_);
}

}  // namespace tulay::store
