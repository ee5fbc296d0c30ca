#pragma once

#include <array>
#include <atomic>
#include <chrono>
#include <cstddef>
#include <functional>
#include <string>
#include <vector>

#include "bot/server/connection.hpp"
#include "bot/server/guests.hpp"
#include "bot/server/listening.hpp"
#include "bot/server/returns.hpp"

namespace tulay::server {

struct GathererLimits {
  std::size_t connections = 4000;            // at once; for one more, the longest idle are closed
  std::chrono::milliseconds patience{5000};  // for a whole request to come, for an answer to be taken
  std::chrono::seconds rest{75};             // between two requests; nginx closes its own after 60
  int requests = 1000;                       // of one connection
};

/// What the gatherer leaves to others. Called by the thread in run(), so none may wait.
struct GathererWays {
  /// Gives a connection whose request is whole to a worker; false when there is no room.
  std::function<bool(Connection&)> hand_over;
  /// The whole answer, as bytes, to what is refused before anyone looks at its path.
  std::function<std::string(const Refusal&, const Connection&)> refuse;
};

/// One thread that gathers whole requests, under strict limits, from any number of connections: a client that
/// is slow, silent or gone costs a few hundred bytes and no thread. Only a whole request is handed over; its
/// connection comes back by take_back(). `run` belongs to one thread; take_back, drain and close may be
/// called by any.
class Gatherer {
 public:
  Gatherer(Listening listening, const GathererLimits& limits, GathererWays ways);

  /// Until close().
  void run();
  /// How many are open; may be asked by any thread.
  [[nodiscard]] std::size_t connections() const { return guests_.count(); }
  /// The connection's request has been answered.
  void take_back(Connection& connection);
  /// From here on whole requests are refused with 503 and every answer ends its connection.
  void drain();
  /// Ends run() once what is being answered has left.
  void close();

 private:
  using Clock = std::chrono::steady_clock;
  using State = Connection::State;

  void watch(int descriptor, void* mark, unsigned events) const;
  void wait();
  [[nodiscard]] int patience() const;
  void receive_returned();
  void accept_all();
  void admit(Arrived arrived);
  void notice(Connection& connection, unsigned events);
  void gather(Connection& connection);
  [[nodiscard]] bool settle(Connection& connection, const RequestFraming::Found& found);
  [[nodiscard]] bool hand_over(Connection& connection, bool stays);
  [[nodiscard]] bool refuse(Connection& connection, const Refusal& why, bool stays = false);
  [[nodiscard]] bool after_answer(Connection& connection);
  void discard(Connection& connection);
  void enter(Connection& connection, State state, Clock::duration patience);
  void sweep();
  [[nodiscard]] bool over() const;

  Listening listening_;
  GathererLimits limits_;
  GathererWays ways_;
  Descriptor epoll_;
  Returns returns_;
  std::atomic<bool> draining_ = false;
  std::atomic<bool> closing_ = false;

  // Of run() alone.
  Guests guests_;
  std::size_t answering_ = 0;
  std::size_t awaited_ = 0;
  Clock::time_point now_;
  Clock::time_point sweep_at_;
  std::array<char, 32 * 1024> scratch_{};
};

}  // namespace tulay::server
