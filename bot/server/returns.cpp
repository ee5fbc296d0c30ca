#include "bot/server/returns.hpp"

#include <sys/eventfd.h>
#include <unistd.h>

#include <cerrno>
#include <cstdint>
#include <system_error>

namespace tulay::server {

Returns::Returns() : bell_(::eventfd(0, EFD_CLOEXEC | EFD_NONBLOCK)) {
  if (bell_.get() < 0) throw std::system_error(errno, std::generic_category(), "eventfd");
}

void Returns::give(Connection& connection, bool urgent) {
  {
    const std::lock_guard lock(mutex_);
    given_.push_back(&connection);
  }
  // After the push: who awaits it either finds it by take() or has said so before we look here.
  if (urgent || awaited_) ring();
}

void Returns::ring() const {
  const std::uint64_t once = 1;
  [[maybe_unused]] const auto written = ::write(bell_.get(), &once, sizeof once);
}

void Returns::hush() const {
  std::uint64_t rings = 0;
  [[maybe_unused]] const auto got = ::read(bell_.get(), &rings, sizeof rings);
}

const std::vector<Connection*>& Returns::take() {
  taken_.clear();
  const std::lock_guard lock(mutex_);
  taken_.swap(given_);
  return taken_;
}

}  // namespace tulay::server
