#include "adapters/cases/breaker.hpp"

#include <algorithm>

namespace tulay::cases {

bool Breaker::lets_through() {
  const std::lock_guard lock(mutex_);
  if (!open_) return true;
  const auto now = clock_.now();
  // A clock that was set back must not keep it open for longer than a probe's time.
  next_probe_ = std::min(next_probe_, now + settings_.between);
  if (now < next_probe_) return false;
  next_probe_ = now + settings_.between;
  return true;
}

bool Breaker::is_open() {
  const std::lock_guard lock(mutex_);
  return open_;
}

Breaker::Change Breaker::succeeded() {
  const std::lock_guard lock(mutex_);
  if (!open_) return Change::none;
  open_ = false;
  failures_.clear();
  return Change::closed;
}

Breaker::Change Breaker::failed(bool for_certain) {
  const std::lock_guard lock(mutex_);
  const auto now = clock_.now();
  failures_.push_back(now);
  std::erase_if(failures_, [&](auto at) { return at > now || at <= now - settings_.window; });
  if (open_ || (!for_certain && std::ssize(failures_) < settings_.failures)) return Change::none;
  open_ = true;
  next_probe_ = now + settings_.between;
  return Change::opened;
}

}  // namespace tulay::cases
