#pragma once

#include "knowledge/calendar.hpp"

namespace tulay::bot {

/// Door 4: what time it is.
class Clock {
 public:
  virtual ~Clock() = default;
  [[nodiscard]] virtual knowledge::Instant now() const = 0;
};

}  // namespace tulay::bot
