#pragma once

#include <atomic>
#include <chrono>
#include <condition_variable>
#include <mutex>

namespace tulay::server {

/// Counts the requests that are being worked on, so that a stop can wait for them. May be shared by threads.
class Drain {
 public:
  /// False once the drain has begun; else leave() must follow.
  [[nodiscard]] bool enter();
  void leave();
  /// Lets nobody in any more and waits for those inside, at most so long.
  void begin(std::chrono::milliseconds patience);
  [[nodiscard]] bool begun() const { return begun_; }

 private:
  std::mutex mutex_;
  std::condition_variable left_;
  int inside_ = 0;
  std::atomic<bool> begun_ = false;
};

}  // namespace tulay::server
