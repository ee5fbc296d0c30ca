#pragma once

#include <arpa/inet.h>
#include <netinet/in.h>
#include <sys/socket.h>
#include <unistd.h>

#include <array>
#include <string>
#include <string_view>
#include <thread>
#include <utility>

namespace tulay::fakes {

/// Speaks just enough SMTP for one letter on a port of its own.
class MailServer {
 public:
  /// `to_recipients` is said to each RCPT TO.
  explicit MailServer(std::string to_recipients = "250 ok\r\n") : to_recipients_(std::move(to_recipients)) {
    listening_ = ::socket(AF_INET, SOCK_STREAM, 0);
    sockaddr_in address{};
    address.sin_family = AF_INET;
    address.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
    socklen_t size = sizeof address;
    auto* const any = reinterpret_cast<sockaddr*>(&address);  // NOLINT: sockets are made so
    (void)::bind(listening_, any, size);
    (void)::listen(listening_, 1);
    (void)::getsockname(listening_, any, &size);
    port_ = ntohs(address.sin_port);
    thread_ = std::thread([this] { serve(); });
  }
  ~MailServer() { finish(); }
  MailServer(const MailServer&) = delete;
  MailServer& operator=(const MailServer&) = delete;

  [[nodiscard]] int port() const { return port_; }
  /// Everything the client said, once it has gone.
  std::string heard() {
    finish();
    return heard_;
  }

 private:
  void finish() {
    if (thread_.joinable()) thread_.join();
    if (listening_ >= 0) ::close(listening_);
    listening_ = -1;
  }
  void serve() {
    const int client = ::accept(listening_, nullptr, nullptr);
    say(client, "220 made-up\r\n");
    std::array<char, 4096> buffer{};
    std::size_t read_to = 0;
    bool letter = false;
    for (ssize_t count = 0; (count = ::read(client, buffer.data(), buffer.size())) > 0;) {
      heard_.append(buffer.data(), static_cast<std::size_t>(count));
      for (auto end = heard_.find("\r\n", read_to); end != std::string::npos;
           end = heard_.find("\r\n", read_to)) {
        answer(client, std::string_view(heard_).substr(read_to, end - read_to), letter);
        read_to = end + 2;
      }
    }
    ::close(client);
  }
  void answer(int client, std::string_view line, bool& letter) const {
    if (letter) {
      if (line != ".") return;
      letter = false;
      return say(client, "250 taken\r\n");
    }
    letter = line == "DATA";
    say(client, letter                        ? "354 go on\r\n"
                : line.starts_with("RCPT TO") ? to_recipients_
                : line.starts_with("QUIT")    ? "221 bye\r\n"
                                              : "250 ok\r\n");
  }
  static void say(int client, std::string_view text) {
    (void)::send(client, text.data(), text.size(), MSG_NOSIGNAL);
  }

  std::string to_recipients_;
  int listening_ = -1;
  int port_ = 0;
  std::thread thread_;
  std::string heard_;
};

}  // namespace tulay::fakes
