#pragma once

#include "bot/ports/staff_desk.hpp"

namespace tulay::store {

class Connection;

/// What staff still have to be told, in the store's file. May be shared by threads.
class SqliteNotices final : public bot::NoticeDesk {
 public:
  /// The connection must outlive it.
  explicit SqliteNotices(Connection& connection) : connection_(connection) {}

  [[nodiscard]] tl::expected<std::optional<bot::OwedNotice>, bot::StoreError> owed(
      std::string_view way, knowledge::Instant now) const override;
  [[nodiscard]] tl::expected<void, bot::StoreError> told(std::int64_t request, std::string_view way) override;
  [[nodiscard]] tl::expected<void, bot::StoreError> put_off(std::int64_t request, std::string_view way,
                                                            knowledge::Instant due) override;

 private:
  [[nodiscard]] tl::expected<void, bot::StoreError> note(std::int64_t request, std::string_view way,
                                                         bool told, std::int64_t due);
  Connection& connection_;
};

}  // namespace tulay::store
