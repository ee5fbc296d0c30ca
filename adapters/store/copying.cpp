#include "adapters/store/copying.hpp"

#include <SQLiteCpp/Backup.h>
#include <fcntl.h>
#include <unistd.h>

#include <system_error>

namespace tulay::store {
namespace {

namespace fs = std::filesystem;
using Copied = tl::expected<void, std::string>;

bool on_disk(const fs::path& path, int flags) {
  const int descriptor = ::open(path.c_str(), flags | O_CLOEXEC);
  if (descriptor < 0) return false;
  const bool synced = ::fsync(descriptor) == 0;
  ::close(descriptor);
  return synced;
}

// In one file, without a log beside it, that only this user can read.
Copied copy_into(SQLite::Database& from, const fs::path& file) {
  const int descriptor = ::open(file.c_str(), O_RDWR | O_CREAT | O_EXCL | O_CLOEXEC, 0600);
  if (descriptor < 0) return tl::unexpected(file.string() + " cannot be created");
  ::close(descriptor);
  SQLite::Database copy(file.string(), SQLite::OPEN_READWRITE);
  SQLite::Backup backup(copy, from);
  backup.executeStep();
  copy.exec("PRAGMA journal_mode = DELETE");
  const auto found = copy.execAndGet("PRAGMA integrity_check").getString();
  return found == "ok" ? Copied() : tl::unexpected("the copy is damaged: " + found);
}

}  // namespace

Copied copy_store(Connection& from, const fs::path& to) {
  if (fs::exists(to)) return tl::unexpected(to.string() + " is there already; move it away first");
  const fs::path aside = to.string() + ".new";
  std::error_code error;
  fs::remove(aside, error);  // of a copy that was cut off
  Copied made;
  const auto copied = from.alone([&](SQLite::Database& database) -> tl::expected<void, bot::StoreError> {
    made = copy_into(database, aside);
    return {};
  });
  if (!copied) made = tl::unexpected(copied.error().detail);
  if (made && !on_disk(aside, O_RDONLY)) made = tl::unexpected(aside.string() + " cannot be written to disk");
  if (made) {
    fs::rename(aside, to, error);
    if (error) made = tl::unexpected(to.string() + " cannot be written: " + error.message());
  }
  if (!made) {
    fs::remove(aside, error);
    return made;
  }
  const auto folder = to.has_parent_path() ? to.parent_path() : fs::path(".");
  return on_disk(folder, O_RDONLY | O_DIRECTORY)
             ? Copied()
             : tl::unexpected(folder.string() + " cannot be written to disk");
}

}  // namespace tulay::store
