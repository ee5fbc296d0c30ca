#pragma once

#include <atomic>
#include <chrono>
#include <cstddef>
#include <memory>
#include <vector>

#include "bot/server/connection.hpp"

namespace tulay::server {

/// The connections that are open, at most so many. Of one thread, but for `count`.
class Guests {
 public:
  using Time = std::chrono::steady_clock::time_point;

  explicit Guests(std::size_t most) : most_(most) {}

  [[nodiscard]] std::size_t count() const { return count_; }
  [[nodiscard]] bool full() const { return count_ >= most_; }
  Connection& admit(std::unique_ptr<Connection> connection);
  /// Closes those that have gone longest without a whole request: first who rests, then who is still sending
  /// it, then who does not take the answer. False when every one is being answered.
  bool make_room();
  /// Closes the socket. The object lives on until forget_ended(), as events may still point to it.
  void end(Connection& connection);
  void forget_ended() { ended_.clear(); }
  /// Whose time is up; at most so many of them.
  [[nodiscard]] std::vector<Connection*> overdue(Time now, std::size_t most) const;
  /// All who are in this state.
  [[nodiscard]] std::vector<Connection*> in(Connection::State state) const;

 private:
  std::size_t most_;
  std::atomic<std::size_t> count_ = 0;
  std::vector<std::unique_ptr<Connection>> by_descriptor_;
  std::vector<std::unique_ptr<Connection>> ended_;
};

}  // namespace tulay::server
