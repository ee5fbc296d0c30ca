#pragma once

#include <chrono>

#include "knowledge/calendar.hpp"

namespace tulay::bot {

/// Door 4: what time it is.
class Clock {
 public:
  virtual ~Clock() = default;
  [[nodiscard]] virtual knowledge::Instant now() const = 0;
  /// Never set back: to measure how long something takes.
  [[nodiscard]] virtual std::chrono::steady_clock::time_point steady() const = 0;
};

}  // namespace tulay::bot
