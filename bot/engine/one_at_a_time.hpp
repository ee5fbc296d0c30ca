#pragma once

#include <chrono>
#include <condition_variable>
#include <cstdint>
#include <deque>
#include <memory>
#include <mutex>
#include <optional>
#include <string>
#include <string_view>
#include <unordered_map>

namespace tulay::bot {

/// One turn at a time per conversation, in order of arrival. May be shared by threads.
class OneAtATime {
 public:
  class Turn;

  /// The conversation's turn, held until the Turn goes; nothing when it was not free within `patience`.
  [[nodiscard]] std::optional<Turn> take(std::string_view conversation, std::chrono::milliseconds patience);

 private:
  struct Line {
    std::condition_variable moved;
    std::deque<std::uint64_t> tickets;  // the first has the turn
  };
  void leave(const std::string& conversation, std::uint64_t ticket);

  std::mutex mutex_;
  std::uint64_t last_ticket_ = 0;
  std::unordered_map<std::string, std::shared_ptr<Line>> lines_;
};

/// Holding it is having the turn.
class OneAtATime::Turn {
 public:
  Turn(OneAtATime& owner, std::string conversation, std::uint64_t ticket);
  ~Turn();
  Turn(Turn&& other) noexcept;
  Turn(const Turn&) = delete;
  Turn& operator=(const Turn&) = delete;
  Turn& operator=(Turn&&) = delete;

 private:
  OneAtATime* owner_;  // none once moved from
  std::string conversation_;
  std::uint64_t ticket_;
};

}  // namespace tulay::bot
