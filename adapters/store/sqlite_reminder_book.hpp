#pragma once

#include "bot/ports/reminder_book.hpp"

namespace tulay::store {

class Connection;

/// Reminders that there were, in the store's file. May be shared by threads, and used beside a server.
class SqliteReminderBook final : public bot::ReminderBook {
 public:
  /// The connection must outlive it.
  explicit SqliteReminderBook(Connection& connection) : connection_(connection) {}

  [[nodiscard]] tl::expected<bool, bot::StoreError> has(const bot::ReminderEntry& entry) const override;
  [[nodiscard]] tl::expected<bool, bot::StoreError> queue(const bot::ReminderEntry& entry,
                                                          const bot::QueuedText& text) override;

 private:
  Connection& connection_;
};

}  // namespace tulay::store
