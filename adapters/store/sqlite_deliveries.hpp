#pragma once

#include "bot/ports/deliveries.hpp"

namespace tulay::store {

class Connection;

/// Delivery reports and dead numbers, in the store's file. May be shared by threads.
class SqliteDeliveries final : public bot::Deliveries {
 public:
  /// The connection must outlive it.
  explicit SqliteDeliveries(Connection& connection) : connection_(connection) {}

  [[nodiscard]] tl::expected<std::optional<bot::ClaimedText>, bot::StoreError> note(
      const bot::Delivery& delivery) override;
  [[nodiscard]] tl::expected<void, bot::StoreError> again(std::int64_t id, knowledge::Instant due) override;
  [[nodiscard]] tl::expected<bool, bot::StoreError> is_dead(std::string_view phone) const override;
  [[nodiscard]] tl::expected<void, bot::StoreError> mark_dead(std::string_view phone, std::string_view code,
                                                              knowledge::Instant at) override;
  [[nodiscard]] tl::expected<void, bot::StoreError> revive(std::string_view phone) override;

 private:
  Connection& connection_;
};

}  // namespace tulay::store
