#pragma once

#include <chrono>
#include <memory>
#include <mutex>
#include <optional>
#include <string>
#include <string_view>
#include <unordered_map>

namespace tulay::bot {

/// One turn at a time per conversation. May be shared by threads.
class OneAtATime {
 public:
  class Turn;

  /// The conversation's turn, held until the Turn goes; nothing when it was not free within `patience`.
  [[nodiscard]] std::optional<Turn> take(std::string_view conversation, std::chrono::milliseconds patience);

 private:
  struct Seat {
    std::timed_mutex mutex;
  };
  void leave(const std::string& conversation);

  std::mutex mutex_;
  std::unordered_map<std::string, std::shared_ptr<Seat>> seats_;
};

/// Holding it is having the turn.
class OneAtATime::Turn {
 public:
  Turn(OneAtATime& owner, std::string conversation, std::shared_ptr<Seat> seat);
  ~Turn();
  Turn(Turn&& other) noexcept;
  Turn(const Turn&) = delete;
  Turn& operator=(const Turn&) = delete;
  Turn& operator=(Turn&&) = delete;

 private:
  OneAtATime* owner_;
  std::string conversation_;
  std::shared_ptr<Seat> seat_;
};

}  // namespace tulay::bot
