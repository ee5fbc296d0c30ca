#pragma once

#include "adapters/store/connection.hpp"
#include "bot/ports/outbox.hpp"

namespace tulay::store {

/// Texts that are owed, in the store's file. May be shared by threads.
class SqliteOutbox final : public bot::Outbox, public bot::OutboxDesk {
 public:
  explicit SqliteOutbox(Connection& connection) : connection_(connection) {}

  [[nodiscard]] tl::expected<void, bot::StoreError> queue(const bot::QueuedText& text) override;
  [[nodiscard]] tl::expected<std::optional<bot::ClaimedText>, bot::StoreError> claim(
      knowledge::Instant now, const std::vector<std::string>& resting) override;
  [[nodiscard]] tl::expected<void, bot::StoreError> settle(std::int64_t id,
                                                           const bot::Settlement& settlement) override;
  [[nodiscard]] tl::expected<void, bot::StoreError> give_up_claimed() override;

 private:
  Connection& connection_;
};

}  // namespace tulay::store
