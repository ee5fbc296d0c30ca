#pragma once

#include "bot/ports/clock.hpp"

namespace tulay::system {

/// The machine's clock. May be shared by threads.
class SystemClock final : public bot::Clock {
 public:
  [[nodiscard]] knowledge::Instant now() const override;
  [[nodiscard]] std::chrono::steady_clock::time_point steady() const override;
};

}  // namespace tulay::system
