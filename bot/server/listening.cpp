#include "bot/server/listening.hpp"

#include <arpa/inet.h>
#include <fcntl.h>
#include <httplib.h>
#include <netinet/tcp.h>
#include <sys/socket.h>

#include <array>
#include <cerrno>
#include <system_error>
#include <utility>

namespace tulay::server {
namespace {

constexpr int backlog = 1024;

/// httplib resolves and binds; the socket is then ours.
class Binder final : public httplib::Server {
 public:
  Descriptor bind(const std::string& address, int& port) {
    // Not httplib's own SO_REUSEPORT: two servers would share a port without a word. TCP_NODELAY is inherited
    // by what is accepted.
    set_socket_options([](socket_t socket) {
      const int yes = 1;
      ::setsockopt(socket, SOL_SOCKET, SO_REUSEADDR, &yes, sizeof yes);
      ::setsockopt(socket, IPPROTO_TCP, TCP_NODELAY, &yes, sizeof yes);
    });
    const bool bound = port == 0 ? (port = bind_to_any_port(address)) > 0 : bind_to_port(address, port);
    return Descriptor(bound ? svr_sock_.exchange(INVALID_SOCKET) : -1);
  }
};

std::string text_of(const sockaddr_storage& from) {
  std::array<char, INET6_ADDRSTRLEN> text{};
  const void* address = nullptr;
  if (from.ss_family == AF_INET) address = &reinterpret_cast<const sockaddr_in*>(&from)->sin_addr;
  if (from.ss_family == AF_INET6) address = &reinterpret_cast<const sockaddr_in6*>(&from)->sin6_addr;
  if (address == nullptr || ::inet_ntop(from.ss_family, address, text.data(), text.size()) == nullptr)
    return {};
  return text.data();
}

}  // namespace

tl::expected<Listening, std::string> Listening::open(const std::string& address, int port) {
  errno = 0;
  int bound_port = port;
  auto socket = Binder().bind(address, bound_port);
  // Again: httplib asks for 5.
  if (socket.get() < 0 || ::listen(socket.get(), backlog) != 0) {
    return tl::unexpected(
        "cannot listen on " + address + ":" + std::to_string(port) + ": " +
        (errno == 0 ? std::string("no such address") : std::generic_category().message(errno)));
  }
  ::fcntl(socket.get(), F_SETFL, O_NONBLOCK);
  ::fcntl(socket.get(), F_SETFD, FD_CLOEXEC);
  return Listening(std::move(socket), bound_port);
}

tl::expected<Arrived, NotArrived> Listening::accept() const {
  sockaddr_storage from{};
  while (true) {
    socklen_t length = sizeof from;
    Descriptor socket(
        ::accept4(socket_.get(), reinterpret_cast<sockaddr*>(&from), &length, SOCK_NONBLOCK | SOCK_CLOEXEC));
    if (socket.get() >= 0) return Arrived{std::move(socket), text_of(from)};
    if (errno == EMFILE || errno == ENFILE) return tl::unexpected(NotArrived::no_descriptors);
    if (errno != EINTR && errno != ECONNABORTED) return tl::unexpected(NotArrived::nobody_waits);
  }
}

}  // namespace tulay::server
