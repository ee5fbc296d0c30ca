#include "bot/server/drain.hpp"

namespace tulay::server {

bool Drain::enter() {
  const std::lock_guard lock(mutex_);
  if (begun_) return false;
  ++inside_;
  return true;
}

void Drain::leave() {
  {
    const std::lock_guard lock(mutex_);
    --inside_;
  }
  left_.notify_all();
}

void Drain::begin(std::chrono::milliseconds patience) {
  std::unique_lock lock(mutex_);
  begun_ = true;
  left_.wait_for(lock, patience, [this] { return inside_ == 0; });
}

}  // namespace tulay::server
