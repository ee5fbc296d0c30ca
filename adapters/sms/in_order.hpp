#pragma once

#include <chrono>
#include <condition_variable>
#include <cstdint>
#include <map>
#include <memory>
#include <mutex>
#include <optional>
#include <set>
#include <string>
#include <string_view>
#include <utility>

namespace tulay::sms {

/// One text at a time per conversation, in the order in which they were written: a gateway delivers what was
/// written in one go over several connections, which overtake one another. May be shared by threads.
class InOrder {
 public:
  class Turn;

  /// `gathers`: how long a text waits for one that was written before it.
  explicit InOrder(std::chrono::milliseconds gathers) : gathers_(gathers) {}

  /// The conversation's turn, held until the Turn goes; nothing when it was not free within `patience`.
  /// `sent_at` sorts by time; without it texts have their turns as they arrive, and none waits for another.
  [[nodiscard]] std::optional<Turn> take(const std::string& conversation, std::string_view sent_at,
                                         std::chrono::milliseconds patience);

 private:
  using Ticket = std::pair<std::string, std::uint64_t>;  // sent_at, arrival
  struct Line {
    std::condition_variable moved;
    bool taken = false;
    std::set<Ticket> waiting;
  };
  void leave(const std::string& conversation);

  std::chrono::milliseconds gathers_;
  std::mutex mutex_;
  std::uint64_t arrivals_ = 0;
  std::map<std::string, std::shared_ptr<Line>> lines_;
};

/// Holding it is having the turn.
class InOrder::Turn {
 public:
  Turn(InOrder& owner, std::string conversation) : owner_(&owner), conversation_(std::move(conversation)) {}
  ~Turn() {
    if (owner_ != nullptr) owner_->leave(conversation_);
  }
  Turn(Turn&& other) noexcept
      : owner_(std::exchange(other.owner_, nullptr)), conversation_(std::move(other.conversation_)) {}
  Turn(const Turn&) = delete;
  Turn& operator=(const Turn&) = delete;
  Turn& operator=(Turn&&) = delete;

 private:
  InOrder* owner_;  // none once moved from
  std::string conversation_;
};

}  // namespace tulay::sms
