#include "bot/server/connection.hpp"

#include <arpa/inet.h>
#include <poll.h>
#include <sys/socket.h>
#include <unistd.h>

#include <algorithm>
#include <cerrno>
#include <cstring>

#include "bot/server/framing.hpp"

namespace tulay::server {
namespace {

constexpr std::chrono::milliseconds slice{100};  // how soon a waiting connection notices the drain
constexpr std::chrono::milliseconds drain_patience{500};
constexpr std::chrono::milliseconds linger_time{300};
constexpr std::chrono::seconds write_patience{5};
constexpr std::size_t linger_bytes = 256 * 1024;

}  // namespace

Connection::Connection(int descriptor, std::chrono::milliseconds patience, const std::atomic<Phase>& phase)
    : descriptor_(descriptor),
      deadline_(Clock::now() + patience),
      phase_(phase),
      bytes_left_(most_head_bytes) {}

Connection::~Connection() { ::close(descriptor_); }

bool Connection::wait_for(short event, Clock::time_point until) const {
  const auto started = Clock::now();
  while (true) {
    const auto now = Clock::now();
    if (phase_ == Phase::draining) until = std::min(until, started + drain_patience);
    if (phase_ == Phase::closed) until = now;
    const auto left = std::chrono::duration_cast<std::chrono::milliseconds>(until - now);
    pollfd waiting{descriptor_, event, 0};
    const int found =
        ::poll(&waiting, 1, static_cast<int>(std::clamp(left, std::chrono::milliseconds{0}, slice).count()));
    if (found > 0) return true;
    if (found < 0 && errno != EINTR) return false;
    if (Clock::now() >= until) return false;
  }
}

bool Connection::refill() {
  if (bytes_left_ == 0 || !wait_for(POLLIN, deadline_)) return false;
  const auto got = ::recv(descriptor_, buffer_.data(), std::min(buffer_.size(), bytes_left_), 0);
  if (got <= 0) return false;
  begin_ = 0;
  end_ = static_cast<std::size_t>(got);
  bytes_left_ -= end_;
  return true;
}

ssize_t Connection::read(char* into, std::size_t size) {
  if (begin_ == end_ && !refill()) return -1;
  const auto count = std::min(size, end_ - begin_);
  std::memcpy(into, buffer_.data() + begin_, count);
  begin_ += count;
  return static_cast<ssize_t>(count);
}

ssize_t Connection::write(std::string_view bytes) {
  std::size_t sent = 0;
  while (sent < bytes.size()) {
    pollfd waiting{descriptor_, POLLOUT, 0};
    constexpr auto patience = std::chrono::duration_cast<std::chrono::milliseconds>(write_patience).count();
    if (::poll(&waiting, 1, static_cast<int>(patience)) <= 0) return -1;
    const auto count = ::send(descriptor_, bytes.data() + sent, bytes.size() - sent, MSG_NOSIGNAL);
    if (count < 0 && errno != EINTR) return -1;
    if (count > 0) sent += static_cast<std::size_t>(count);
  }
  return static_cast<ssize_t>(bytes.size());
}

void Connection::head_is_done() { bytes_left_ = most_wire_bytes; }

bool Connection::readable() { return begin_ < end_ || wait_for(POLLIN, deadline_); }

std::pair<std::string, int> Connection::peer() const {
  sockaddr_storage storage{};
  socklen_t length = sizeof storage;
  std::array<char, INET6_ADDRSTRLEN> text{};
  auto* const address = reinterpret_cast<sockaddr*>(&storage);
  if (::getpeername(descriptor_, address, &length) != 0) return {"", 0};
  if (storage.ss_family == AF_INET) {
    const auto* const v4 = reinterpret_cast<const sockaddr_in*>(&storage);
    ::inet_ntop(AF_INET, &v4->sin_addr, text.data(), text.size());
    return {text.data(), ntohs(v4->sin_port)};
  }
  if (storage.ss_family != AF_INET6) return {"", 0};
  const auto* const v6 = reinterpret_cast<const sockaddr_in6*>(&storage);
  ::inet_ntop(AF_INET6, &v6->sin6_addr, text.data(), text.size());
  return {text.data(), ntohs(v6->sin6_port)};
}

void Connection::linger() {
  ::shutdown(descriptor_, SHUT_WR);
  const auto until = Clock::now() + linger_time;
  std::size_t left = linger_bytes;
  while (left > 0 && wait_for(POLLIN, until)) {
    const auto got = ::recv(descriptor_, buffer_.data(), buffer_.size(), 0);
    if (got <= 0) return;
    left -= std::min(left, static_cast<std::size_t>(got));
  }
}

}  // namespace tulay::server
