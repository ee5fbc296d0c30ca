#pragma once

#include <atomic>

#include "bot/ports/clock.hpp"

namespace tulay::fakes {

/// Stands still until it is moved. Starts on 2026-11-24 at noon in Los Angeles.
class FixedClock final : public bot::Clock {
 public:
  [[nodiscard]] knowledge::Instant now() const override {
    return knowledge::Instant{std::chrono::seconds{seconds_}};
  }
  [[nodiscard]] std::chrono::steady_clock::time_point steady() const override {
    return std::chrono::steady_clock::time_point(std::chrono::seconds{seconds_});
  }
  void pass(std::chrono::seconds time) { seconds_ += time.count(); }

 private:
  std::atomic<std::int64_t> seconds_ = 1795550400;  // 2026-11-24T20:00:00Z
};

}  // namespace tulay::fakes
