#pragma once

#include <algorithm>
#include <atomic>
#include <map>
#include <mutex>
#include <string>

#include "bot/ports/store.hpp"

namespace tulay::fakes {

/// A TurnStore in memory; `break_down()` makes every call fail.
class MemoryStore final : public bot::TurnStore {
 public:
  void break_down() { broken_ = true; }

  [[nodiscard]] tl::expected<std::optional<bot::Session>, bot::StoreError> session(
      std::string_view id, knowledge::Instant not_before) const override {
    const std::lock_guard lock(mutex_);
    if (broken_) return down();
    const auto found = conversations_.find(id);
    if (found == conversations_.end() || found->second.session.last_active < not_before) return std::nullopt;
    return found->second.session;
  }

  [[nodiscard]] tl::expected<std::optional<bot::StoredTurn>, bot::StoreError> turn_of(
      std::string_view session_id, std::string_view client_message_id) const override {
    const std::lock_guard lock(mutex_);
    if (broken_) return down();
    const auto found = conversations_.find(session_id);
    if (found == conversations_.end()) return std::nullopt;
    for (const auto& turn : found->second.turns) {
      if (turn.client_message_id == client_message_id) return turn;
    }
    return std::nullopt;
  }

  [[nodiscard]] tl::expected<std::vector<bot::StoredTurn>, bot::StoreError> turns(std::string_view session_id,
                                                                                  int limit) const override {
    const std::lock_guard lock(mutex_);
    if (broken_) return down();
    const auto found = conversations_.find(session_id);
    if (found == conversations_.end()) return std::vector<bot::StoredTurn>{};
    auto turns = found->second.turns;
    std::sort(turns.begin(), turns.end(), [](const auto& a, const auto& b) { return a.turn < b.turn; });
    const auto surplus = std::max<std::ptrdiff_t>(0, std::ssize(turns) - limit);
    turns.erase(turns.begin(), turns.begin() + surplus);
    return turns;
  }

  [[nodiscard]] tl::expected<void, bot::StoreError> commit(const bot::Session& next,
                                                           const bot::StoredTurn& turn,
                                                           const bot::Records& records = {}) override {
    const std::lock_guard lock(mutex_);
    if (broken_) return down();
    auto& conversation = conversations_[next.id];
    for (const auto& kept : conversation.turns) {
      const bool same_message = turn.client_message_id && kept.client_message_id == turn.client_message_id;
      if (kept.turn == turn.turn || same_message) {
        return tl::unexpected(bot::StoreError{bot::StoreErrorKind::conflict, "the turn is there already"});
      }
    }
    conversation.session = next;
    conversation.turns.push_back(turn);
    add(records);
    return {};
  }

  [[nodiscard]] tl::expected<void, bot::StoreError> keep(const bot::Records& records) override {
    const std::lock_guard lock(mutex_);
    if (broken_) return down();
    add(records);
    return {};
  }

  /// All records so far, in order.
  [[nodiscard]] bot::Records records() const {
    const std::lock_guard lock(mutex_);
    return records_;
  }

  [[nodiscard]] tl::expected<void, bot::StoreError> forget(std::string_view session_id) override {
    const std::lock_guard lock(mutex_);
    if (broken_) return down();
    conversations_.erase(std::string(session_id));
    return {};
  }

  [[nodiscard]] bool ready() const override { return !broken_; }

 private:
  template <class T>
  static void append(std::vector<T>& to, const std::vector<T>& more) {
    to.insert(to.end(), more.begin(), more.end());
  }
  void add(const bot::Records& records) {
    append(records_.handoffs, records.handoffs);
    append(records_.marks, records.marks);
    append(records_.missed, records.missed);
    append(records_.feedback, records.feedback);
  }
  struct Conversation {
    bot::Session session;
    std::vector<bot::StoredTurn> turns;
  };
  [[nodiscard]] static tl::unexpected<bot::StoreError> down() {
    return tl::unexpected(bot::StoreError{bot::StoreErrorKind::unavailable, "broken on purpose"});
  }

  mutable std::mutex mutex_;
  std::map<std::string, Conversation, std::less<>> conversations_;
  bot::Records records_;
  std::atomic<bool> broken_ = false;
};

}  // namespace tulay::fakes
