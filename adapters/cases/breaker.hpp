#pragma once

#include <cstdint>
#include <deque>
#include <mutex>

#include "bot/ports/clock.hpp"

namespace tulay::cases {

struct BreakerSettings {
  int failures = 5;                  // within
  std::chrono::seconds window{30};   // open it
  std::chrono::seconds between{15};  // probes while it is open
};

/// Whether a call to something that fails is worth its time. Opens after several failures in a short while;
/// then lets one probe through now and again, and closes when that succeeds. May be shared by threads.
class Breaker {
 public:
  enum class Change : std::uint8_t { none, opened, closed };

  Breaker(const bot::Clock& clock, BreakerSettings settings) : clock_(clock), settings_(settings) {}

  /// May this call go through? While open, one caller at a time is let through as a probe.
  [[nodiscard]] bool lets_through();
  [[nodiscard]] bool is_open();
  Change succeeded();
  /// `for_certain` opens it at once: the next call would fail the same way.
  Change failed(bool for_certain);

 private:
  const bot::Clock& clock_;
  BreakerSettings settings_;
  std::mutex mutex_;
  std::deque<knowledge::Instant> failures_;
  bool open_ = false;
  knowledge::Instant next_probe_{};
};

}  // namespace tulay::cases
