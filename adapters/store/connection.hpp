#pragma once

#include <SQLiteCpp/SQLiteCpp.h>

#include <cstdint>
#include <filesystem>
#include <memory>
#include <mutex>
#include <optional>
#include <string_view>
#include <tl/expected.hpp>
#include <utility>

#include "adapters/store/lock_file.hpp"
#include "bot/ports/store.hpp"

namespace tulay::store {

/// The one connection to the store's file, behind one mutex. May be shared by threads and by everything that
/// is kept in that file.
class Connection {
 public:
  /// Opens or creates the file, brings its schema up to date and keeps other processes off it. ":memory:" is
  /// a store without a file.
  static tl::expected<std::unique_ptr<Connection>, bot::StoreError> open(const std::filesystem::path& file);

  /// Opens an existing file also while a server has it open, for short work beside it. The server must be of
  /// the same schema; without one this is like `open`.
  static tl::expected<std::unique_ptr<Connection>, bot::StoreError> beside(const std::filesystem::path& file);

  /// Runs `work` alone on the connection; SQLite's exceptions end here.
  template <class Work>
  auto alone(Work work) -> decltype(work(std::declval<SQLite::Database&>())) {
    const std::lock_guard guard(mutex_);
    try {
      return work(database_);
    } catch (const SQLite::Exception& exception) {
      return tl::unexpected(error_of(exception));
    }
  }

 private:
  Connection(const std::filesystem::path& file, std::optional<LockFile> taken);
  static tl::expected<std::unique_ptr<Connection>, bot::StoreError> connect(const std::filesystem::path& file,
                                                                            std::optional<LockFile> taken);
  static bot::StoreError error_of(const SQLite::Exception& exception);

  std::optional<LockFile> lock_;  // let go after the database is closed
  std::mutex mutex_;
  SQLite::Database database_;
};

/// A time as the tables hold it.
[[nodiscard]] inline std::int64_t seconds_of(knowledge::Instant instant) {
  return instant.time_since_epoch().count();
}
[[nodiscard]] inline knowledge::Instant instant_of(std::int64_t seconds) {
  return knowledge::Instant(std::chrono::seconds(seconds));
}

inline void bind_text(SQLite::Statement& statement, int index, std::string_view text) {
  statement.bind(index, std::string(text));
}

}  // namespace tulay::store
