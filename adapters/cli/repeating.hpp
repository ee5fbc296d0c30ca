#pragma once

#include <chrono>
#include <condition_variable>
#include <functional>
#include <mutex>
#include <stop_token>
#include <thread>

namespace tulay::cli {

/// Does something at once, in any case, and then again and again on a thread of its own, until it is stopped
/// or destroyed. A pause ends at the stop.
class Repeating {
 public:
  Repeating(std::chrono::seconds pause, std::function<void(const std::stop_token&)> work);

  /// Does not wait for it.
  void request_stop() { thread_.request_stop(); }

 private:
  void repeat(const std::stop_token& stop);

  std::chrono::seconds pause_;
  std::function<void(const std::stop_token&)> work_;
  std::mutex mutex_;
  std::condition_variable_any stopping_;
  std::jthread thread_;
};

}  // namespace tulay::cli
