#include "adapters/system/system_clock.hpp"

#include <chrono>

namespace tulay::system {

knowledge::Instant SystemClock::now() const {
  return std::chrono::floor<std::chrono::seconds>(std::chrono::system_clock::now());
}

std::chrono::steady_clock::time_point SystemClock::steady() const { return std::chrono::steady_clock::now(); }

}  // namespace tulay::system
