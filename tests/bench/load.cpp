#include "bench/load.hpp"

#include <arpa/inet.h>
#include <netinet/tcp.h>
#include <sys/epoll.h>
#include <sys/socket.h>
#include <unistd.h>

#include <array>
#include <cerrno>
#include <chrono>
#include <stdexcept>
#include <string_view>

namespace tulay::bench {
namespace {

using Clock = std::chrono::steady_clock;

struct Client {
  int descriptor = -1;
  std::string received;
  Clock::time_point sent;
};

int connected(int port) {
  const int descriptor = ::socket(AF_INET, SOCK_STREAM, 0);
  sockaddr_in address{};
  address.sin_family = AF_INET;
  address.sin_port = htons(static_cast<std::uint16_t>(port));
  address.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
  const int yes = 1;
  ::setsockopt(descriptor, IPPROTO_TCP, TCP_NODELAY, &yes, sizeof yes);
  if (::connect(descriptor, reinterpret_cast<const sockaddr*>(&address), sizeof address) != 0)
    throw std::runtime_error("no connection to the server");
  return descriptor;
}

/// Bytes of the whole answer at the start of `received`; 0 while it is not whole.
std::size_t whole_answer(std::string_view received) {
  const auto end = received.find("\r\n\r\n");
  if (end == std::string_view::npos) return 0;
  const auto named = received.find("Content-Length: ");
  const auto body = named < end ? std::stoul(std::string(received.substr(named + 16, 12))) : 0;
  return received.size() >= end + 4 + body ? end + 4 + body : 0;
}

class Generator {
 public:
  Generator(int port, std::size_t connections, const std::vector<std::string>& requests)
      : port_(port), requests_(requests), epoll_(::epoll_create1(0)), clients_(connections) {
    for (auto& client : clients_) open(client);
  }
  ~Generator() {
    for (const auto& client : clients_) ::close(client.descriptor);
    ::close(epoll_);
  }
  Generator(const Generator&) = delete;
  Generator& operator=(const Generator&) = delete;

  Seen run(double seconds) {
    const auto begin = Clock::now();
    const auto end =
        begin + std::chrono::duration_cast<Clock::duration>(std::chrono::duration<double>(seconds));
    for (auto& client : clients_) ask(client);
    while (Clock::now() < end) {
      std::array<epoll_event, 256> events{};
      const int count = ::epoll_wait(epoll_, events.data(), events.size(), 100);
      for (int i = 0; i < count; ++i)
        listen(*static_cast<Client*>(events[static_cast<std::size_t>(i)].data.ptr));
    }
    seen_.seconds = std::chrono::duration<double>(Clock::now() - begin).count();
    return std::move(seen_);
  }

 private:
  void open(Client& client) {
    client.descriptor = connected(port_);
    client.received.clear();
    epoll_event event{};
    event.events = EPOLLIN;
    event.data.ptr = &client;
    ::epoll_ctl(epoll_, EPOLL_CTL_ADD, client.descriptor, &event);
  }
  void ask(Client& client) {
    client.sent = Clock::now();
    const auto& request = requests_[next_++ % requests_.size()];
    (void)!::send(client.descriptor, request.data(), request.size(), MSG_NOSIGNAL);
  }
  void listen(Client& client) {
    std::array<char, 16 * 1024> buffer{};
    const auto count = ::recv(client.descriptor, buffer.data(), buffer.size(), 0);
    if (count <= 0) return start_over(client);
    client.received.append(buffer.data(), static_cast<std::size_t>(count));
    const auto size = whole_answer(client.received);
    if (size == 0) return;
    if (client.received.starts_with("HTTP/1.1 200")) {
      seen_.microseconds.push_back(
          std::chrono::duration<double, std::micro>(Clock::now() - client.sent).count());
    } else {
      ++seen_.failures;
    }
    if (client.received.find("Connection: close") < size) {
      ::close(client.descriptor);
      open(client);
    }
    client.received.clear();
    ask(client);
  }
  void start_over(Client& client) {
    ++seen_.failures;
    ::close(client.descriptor);
    open(client);
    ask(client);
  }

  int port_;
  const std::vector<std::string>& requests_;
  int epoll_;
  std::vector<Client> clients_;
  std::size_t next_ = 0;
  Seen seen_;
};

}  // namespace

Seen load(int port, std::size_t connections, double seconds, const std::vector<std::string>& requests) {
  return Generator(port, connections, requests).run(seconds);
}

}  // namespace tulay::bench
