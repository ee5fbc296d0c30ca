#include "adapters/cases/watchdog.hpp"

#include <fcntl.h>
#include <sys/socket.h>
#include <unistd.h>

#include <algorithm>

namespace tulay::cases {

using SteadyClock = std::chrono::steady_clock;

Watchdog::Watchdog() : thread_([this](const std::stop_token& stop) { run(stop); }) {}

void Watchdog::run(const std::stop_token& stop) {
  std::unique_lock lock(mutex_);
  while (!stop.stop_requested()) {
    auto next = SteadyClock::time_point::max();
    for (auto& one : watched_) {
      if (!one.bitten && one.until <= SteadyClock::now()) {
        ::shutdown(one.descriptor, SHUT_RDWR);
        one.bitten = true;
      }
      if (!one.bitten) next = std::min(next, one.until);
    }
    const auto size = watched_.size();
    const auto moved = [&] { return watched_.size() != size; };
    if (next == SteadyClock::time_point::max())
      changed_.wait(lock, stop, moved);
    else
      changed_.wait_until(lock, stop, next, moved);
  }
}

Watchdog::Watch Watchdog::watch(int descriptor, SteadyClock::time_point until) {
  const int copy = ::fcntl(descriptor, F_DUPFD_CLOEXEC, 0);
  const std::lock_guard lock(mutex_);
  watched_.push_back({copy, until});
  changed_.notify_one();
  return {*this, std::prev(watched_.end())};
}

Watchdog::Watch::~Watch() {
  const std::lock_guard lock(owner_.mutex_);
  ::close(mine_->descriptor);
  owner_.watched_.erase(mine_);
}

bool Watchdog::Watch::bitten() const {
  const std::lock_guard lock(owner_.mutex_);
  return mine_->bitten;
}

}  // namespace tulay::cases
