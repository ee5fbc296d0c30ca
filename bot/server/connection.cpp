#include "bot/server/connection.hpp"

#include <sys/socket.h>

#include <algorithm>
#include <cerrno>
#include <variant>

namespace tulay::server {
namespace {

Connection::Came came(ssize_t count, std::size_t asked) {
  if (count > 0)
    return static_cast<std::size_t>(count) < asked ? Connection::Came::all : Connection::Came::some;
  if (count < 0 && errno == EINTR) return Connection::Came::some;
  return count < 0 && errno == EAGAIN ? Connection::Came::all : Connection::Came::the_end;
}

}  // namespace

Connection::Came Connection::receive(std::span<char> scratch) {
  const auto count = ::recv(socket_.get(), scratch.data(), scratch.size(), 0);
  const auto what = came(count, scratch.size());
  if (count > 0) received_.append(scratch.data(), static_cast<std::size_t>(count));
  return what;
}

Connection::Came Connection::discard(std::span<char> scratch, std::size_t& left) const {
  const auto count = ::recv(socket_.get(), scratch.data(), scratch.size(), 0);
  if (count > 0) left -= std::min(left, static_cast<std::size_t>(count));
  return came(count, scratch.size());
}

RequestFraming::Found Connection::look() {
  auto found = framing_.look(received_);
  if (const auto* const framed = std::get_if<Framed>(&found)) framed_ = *framed;
  return found;
}

Whole Connection::whole() const {
  const std::string_view bytes = received_;
  return {bytes.substr(0, framed_.head), bytes.substr(framed_.head, framed_.body), stays, address_,
          course.since};
}

void Connection::next_request() {
  framing_ = {};
  // What one large request needed is not kept for an idle client.
  if (received_.size() == framed_.length()) {
    std::string().swap(received_);
  } else {
    received_.erase(0, framed_.length());
  }
}

void Connection::send(std::string bytes) {
  if (unsent()) {
    to_send_ += bytes;
  } else {
    to_send_ = std::move(bytes);
    sent_ = 0;
  }
  send_rest();
}

void Connection::send_rest() {
  while (unsent() && !broken_) {
    const auto count = ::send(socket_.get(), to_send_.data() + sent_, to_send_.size() - sent_, MSG_NOSIGNAL);
    if (count > 0) sent_ += static_cast<std::size_t>(count);
    if (count < 0 && errno == EAGAIN) return;
    broken_ = count < 0 && errno != EINTR;
  }
  std::string().swap(to_send_);
  sent_ = 0;
}

void Connection::end_sending() const { ::shutdown(socket_.get(), SHUT_WR); }

}  // namespace tulay::server
