#pragma once

#include <filesystem>
#include <memory>
#include <tl/expected.hpp>

#include "bot/ports/store.hpp"

namespace tulay::store {

class Connection;
class TurnWriter;

/// Conversations in one SQLite file, or in memory for ":memory:". One connection behind one mutex; may be
/// shared by threads.
class SqliteStore final : public bot::TurnStore {
 public:
  /// Opens or creates the file, brings its schema up to date and keeps other processes off it.
  static tl::expected<std::unique_ptr<SqliteStore>, bot::StoreError> open(const std::filesystem::path& file);
  ~SqliteStore() override;
  SqliteStore(const SqliteStore&) = delete;
  SqliteStore& operator=(const SqliteStore&) = delete;

  [[nodiscard]] tl::expected<std::optional<bot::Session>, bot::StoreError> session(
      std::string_view id, knowledge::Instant not_before) const override;
  [[nodiscard]] tl::expected<std::optional<bot::StoredTurn>, bot::StoreError> turn_of(
      std::string_view session_id, std::string_view client_message_id) const override;
  [[nodiscard]] tl::expected<std::vector<bot::StoredTurn>, bot::StoreError> turns(std::string_view session_id,
                                                                                  int limit) const override;
  [[nodiscard]] tl::expected<void, bot::StoreError> commit(const bot::Session& next,
                                                           const bot::StoredTurn& turn,
                                                           const bot::Records& records = {}) override;
  [[nodiscard]] tl::expected<void, bot::StoreError> keep(const bot::Records& records) override;
  [[nodiscard]] tl::expected<void, bot::StoreError> forget(std::string_view session_id) override;
  [[nodiscard]] bool ready() const override;

  /// For what else is kept in the same file; lives as long as the store.
  [[nodiscard]] Connection& connection() { return *connection_; }

 private:
  explicit SqliteStore(std::unique_ptr<Connection> connection);
  std::unique_ptr<Connection> connection_;
  std::unique_ptr<TurnWriter> writer_;
};

}  // namespace tulay::store
