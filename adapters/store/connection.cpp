#include "adapters/store/connection.hpp"

#include <fcntl.h>
#include <sqlite3.h>
#include <unistd.h>

#include "adapters/store/migrations.hpp"

namespace tulay::store {
namespace {

using bot::StoreError;
using bot::StoreErrorKind;

constexpr int busy_milliseconds = 2000;
constexpr const char* in_memory = ":memory:";

StoreError cannot_open(const std::filesystem::path& file, const std::string& why) {
  return {StoreErrorKind::unavailable, "cannot open the store " + file.string() + ": " + why};
}

// SQLite would create it with the process's umask; conversations are for this user's eyes only.
void create_private(const std::filesystem::path& file) {
  const int descriptor = ::open(file.c_str(), O_RDWR | O_CREAT | O_CLOEXEC, 0600);
  if (descriptor >= 0) ::close(descriptor);
}

}  // namespace

Connection::Connection(const std::filesystem::path& file, std::optional<LockFile> taken)
    : lock_(std::move(taken)),
      database_(file.string(), SQLite::OPEN_READWRITE | SQLite::OPEN_CREATE, busy_milliseconds) {
  database_.exec("PRAGMA journal_mode = WAL");
  database_.exec("PRAGMA synchronous = FULL");
  database_.exec("PRAGMA foreign_keys = ON");
  database_.exec("PRAGMA trusted_schema = OFF");
  database_.exec("PRAGMA secure_delete = ON");
}

StoreError Connection::error_of(const SQLite::Exception& exception) {
  const bool conflict = exception.getErrorCode() == SQLITE_CONSTRAINT;
  return {conflict ? StoreErrorKind::conflict : StoreErrorKind::unavailable, exception.what()};
}

tl::expected<std::unique_ptr<Connection>, StoreError> Connection::open(const std::filesystem::path& file) {
  std::optional<LockFile> lock;
  if (file != in_memory) {
    auto taken = LockFile::take(file.string() + ".lock");
    if (!taken) return tl::unexpected(cannot_open(file, taken.error()));
    lock.emplace(std::move(*taken));
    create_private(file);
  }
  try {
    std::unique_ptr<Connection> connection(new Connection(file, std::move(lock)));
    if (const auto why = migrate(connection->database_)) return tl::unexpected(cannot_open(file, *why));
    return connection;
  } catch (const SQLite::Exception& exception) {
    return tl::unexpected(cannot_open(file, exception.what()));
  }
}

tl::expected<std::unique_ptr<Connection>, StoreError> Connection::open_beside(
    const std::filesystem::path& file) {
  if (!std::filesystem::exists(file)) return tl::unexpected(cannot_open(file, "there is no such file"));
  try {
    return std::unique_ptr<Connection>(new Connection(file, std::nullopt));
  } catch (const SQLite::Exception& exception) {
    return tl::unexpected(cannot_open(file, exception.what()));
  }
}

}  // namespace tulay::store
