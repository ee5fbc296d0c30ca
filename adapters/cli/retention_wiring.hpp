#pragma once

#include <condition_variable>
#include <functional>
#include <mutex>
#include <string_view>
#include <thread>

#include "adapters/store/retention.hpp"
#include "bot/ports/clock.hpp"

namespace tulay::cli {

/// Erases every hour, and at the start, what the store has kept long enough. Stops at once.
class RetentionWiring {
 public:
  /// All must outlive it; `failed` is for the log.
  RetentionWiring(store::Connection& connection, const bot::Entropy& entropy, const bot::Clock& clock,
                  std::chrono::days kept, std::function<void(std::string_view)> failed);

 private:
  void erase_until_stopped(const std::stop_token& stop);

  store::Connection& connection_;
  const bot::Entropy& entropy_;
  const bot::Clock& clock_;
  std::chrono::days kept_;
  std::function<void(std::string_view)> failed_;
  std::mutex mutex_;
  std::condition_variable_any stopping_;
  std::jthread thread_;
};

}  // namespace tulay::cli
