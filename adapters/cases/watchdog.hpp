#pragma once

#include <chrono>
#include <condition_variable>
#include <list>
#include <mutex>
#include <thread>

namespace tulay::cases {

/// Ends sockets that are used past their time: libpq itself waits for ever for a server that has fallen
/// silent. May be shared by threads.
class Watchdog {
 public:
  class Watch;

  Watchdog();
  /// From now until the Watch goes; at `until` the socket is shut down, whoever reads from it gets an end.
  [[nodiscard]] Watch watch(int descriptor, std::chrono::steady_clock::time_point until);

 private:
  struct Watched {
    int descriptor = -1;  // a copy of our own, so that its number cannot come to mean another socket
    std::chrono::steady_clock::time_point until;
    bool bitten = false;
  };
  void run(const std::stop_token& stop);

  std::mutex mutex_;
  std::condition_variable_any changed_;
  std::list<Watched> watched_;
  std::jthread thread_;
};

class Watchdog::Watch {
 public:
  Watch(Watchdog& owner, std::list<Watched>::iterator mine) : owner_(owner), mine_(mine) {}
  ~Watch();
  Watch(const Watch&) = delete;
  Watch& operator=(const Watch&) = delete;
  /// Was it too late?
  [[nodiscard]] bool bitten() const;

 private:
  Watchdog& owner_;
  std::list<Watched>::iterator mine_;
};

}  // namespace tulay::cases
