#include "adapters/sms/pace.hpp"

#include <algorithm>

namespace tulay::sms {
namespace {

double seconds(knowledge::Instant instant) { return static_cast<double>(instant.time_since_epoch().count()); }

}  // namespace

std::vector<std::string> Pace::resting(knowledge::Instant now) const {
  const std::lock_guard guard(mutex_);
  std::vector<std::string> numbers;
  // The clock shows whole seconds: what fits into this one may go at once.
  for (const auto& [number, free] : free_at_) {
    if (free - seconds(now) >= 1) numbers.push_back(number);
  }
  return numbers;
}

void Pace::sends(std::string_view number, int segments, knowledge::Instant now) {
  const std::lock_guard guard(mutex_);
  auto& free = free_at_[std::string(number)];
  free = std::max(free, seconds(now)) + static_cast<double>(segments) / per_second_;
}

}  // namespace tulay::sms
