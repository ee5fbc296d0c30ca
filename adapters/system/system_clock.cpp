#include "adapters/system/system_clock.hpp"

#include <chrono>

namespace tulay::system {

knowledge::Instant SystemClock::now() const {
  return std::chrono::floor<std::chrono::seconds>(std::chrono::system_clock::now());
}

}  // namespace tulay::system
