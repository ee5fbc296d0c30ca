#pragma once

#include "adapters/store/connection.hpp"
#include "bot/ports/entropy.hpp"
#include "bot/ports/staff_desk.hpp"

namespace tulay::store {

/// What waits for staff, in the store's file. May be shared by threads.
class SqliteStaffDesk final : public bot::StaffDesk {
 public:
  /// Both must outlive it.
  SqliteStaffDesk(Connection& connection, const bot::Entropy& entropy)
      : connection_(connection), entropy_(entropy) {}

  [[nodiscard]] tl::expected<std::vector<bot::Ticket>, bot::StoreError> tickets(
      bool closed_too) const override;
  [[nodiscard]] tl::expected<bool, bot::StoreError> close(std::string_view ticket,
                                                          const bot::AuditEntry& by) override;
  [[nodiscard]] tl::expected<std::vector<bot::MissedQuestion>, bot::StoreError> missed() const override;
  [[nodiscard]] tl::expected<void, bot::StoreError> settle_missed(const std::vector<std::int64_t>& ids,
                                                                  const bot::AuditEntry& by) override;
  [[nodiscard]] tl::expected<std::vector<bot::ReplyMark>, bot::StoreError> marks(
      knowledge::Instant from, knowledge::Instant until) const override;
  [[nodiscard]] tl::expected<bot::Thumbs, bot::StoreError> thumbs(knowledge::Instant from,
                                                                  knowledge::Instant until) const override;

 private:
  Connection& connection_;
  const bot::Entropy& entropy_;
};

}  // namespace tulay::store
