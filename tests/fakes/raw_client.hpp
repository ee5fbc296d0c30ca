#pragma once

#include <arpa/inet.h>
#include <poll.h>
#include <sys/socket.h>
#include <unistd.h>

#include <array>
#include <string>
#include <string_view>
#include <utility>

namespace tulay::fakes {

/// A TCP connection to this machine that sends exactly the bytes it is told to.
class RawClient {
 public:
  explicit RawClient(int port) : descriptor_(::socket(AF_INET, SOCK_STREAM, 0)) {
    sockaddr_in address{};
    address.sin_family = AF_INET;
    address.sin_port = htons(static_cast<std::uint16_t>(port));
    address.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
    connected_ = ::connect(descriptor_, reinterpret_cast<const sockaddr*>(&address), sizeof address) == 0;
  }
  ~RawClient() { ::close(descriptor_); }
  RawClient(const RawClient&) = delete;
  RawClient& operator=(const RawClient&) = delete;

  [[nodiscard]] bool connected() const { return connected_; }
  /// As much as the other side takes.
  void send(std::string_view bytes) const {
    while (!bytes.empty()) {
      const auto count = ::send(descriptor_, bytes.data(), bytes.size(), MSG_NOSIGNAL);
      if (count <= 0) return;
      bytes.remove_prefix(static_cast<std::size_t>(count));
    }
  }
  /// `bytes` over and over, `times` times or until the other side says something or takes no more for 10
  /// seconds.
  void flood(std::string_view bytes, std::size_t times) const {
    for (std::size_t i = 0; i < times; ++i) {
      pollfd waiting{descriptor_, POLLIN | POLLOUT, 0};
      if (::poll(&waiting, 1, 10000) <= 0 || (waiting.revents & POLLOUT) == 0 ||
          (waiting.revents & (POLLIN | POLLHUP | POLLERR)) != 0)
        return;
      (void)::send(descriptor_, bytes.data(), bytes.size(), MSG_NOSIGNAL | MSG_DONTWAIT);
    }
  }
  /// Nothing more will come; the answer can still be read.
  void end_sending() const { ::shutdown(descriptor_, SHUT_WR); }
  /// Everything until the other side closes, or until it is silent for so long.
  [[nodiscard]] std::string read_all(int milliseconds = 10000) const {
    std::string received;
    std::array<char, 4096> buffer{};
    while (true) {
      pollfd waiting{descriptor_, POLLIN, 0};
      if (::poll(&waiting, 1, milliseconds) <= 0) return received;
      const auto count = ::recv(descriptor_, buffer.data(), buffer.size(), 0);
      if (count <= 0) return received;
      received.append(buffer.data(), static_cast<std::size_t>(count));
    }
  }

  /// One answer, by its Content-Length; what has come of it when the other side closes or is silent for 10
  /// seconds.
  [[nodiscard]] std::string read_answer() {
    while (true) {
      const auto end = received_.find("\r\n\r\n");
      if (end != std::string::npos) {
        const auto named = received_.find("Content-Length: ");
        const auto body = named < end ? std::stoul(received_.substr(named + 16, 20)) : 0;
        if (received_.size() >= end + 4 + body) {
          auto answer = received_.substr(0, end + 4 + body);
          received_.erase(0, end + 4 + body);
          return answer;
        }
      }
      if (!receive_some()) return std::exchange(received_, {});
    }
  }

 private:
  bool receive_some() {
    std::array<char, 4096> buffer{};
    pollfd waiting{descriptor_, POLLIN, 0};
    if (::poll(&waiting, 1, 10000) <= 0) return false;
    const auto count = ::recv(descriptor_, buffer.data(), buffer.size(), 0);
    if (count > 0) received_.append(buffer.data(), static_cast<std::size_t>(count));
    return count > 0;
  }

  int descriptor_;
  bool connected_ = false;
  std::string received_;
};

/// Sends `bytes` on a connection of its own and returns the whole answer.
inline std::string exchange(int port, std::string_view bytes) {
  const RawClient client(port);
  client.send(bytes);
  client.end_sending();
  return client.read_all();
}

/// 404 of "HTTP/1.1 404 Not Found…"; 0 when there is no status line.
inline int status_of(std::string_view answer) {
  return answer.starts_with("HTTP/1.1 ") ? std::stoi(std::string(answer.substr(9, 3))) : 0;
}

inline std::string body_of(const std::string& answer) {
  const auto end = answer.find("\r\n\r\n");
  return end == std::string::npos ? "" : answer.substr(end + 4);
}

}  // namespace tulay::fakes
