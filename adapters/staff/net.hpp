#pragma once

#include <stop_token>
#include <string>
#include <tl/expected.hpp>
#include <vector>

namespace tulay::staff {

struct Post {
  std::string url;
  std::vector<std::string> headers;  // "Name: value"
  std::string body;
};

struct Posted {
  int status = 0;
  int retry_after = 0;  // seconds, where the server says
};

/// A finished letter and the server that takes it.
struct Letter {
  std::string server;  // smtp://host:587, smtps://host:465
  std::string user;    // empty: without a login
  std::string password;
  std::string from;
  std::vector<std::string> to;
  std::string text;  // head and body, lines ended by CR LF
};

/// Door to the net. May be shared by threads. A reason where there was no answer; then nobody knows what was
/// done.
class Net {
 public:
  virtual ~Net() = default;
  [[nodiscard]] virtual tl::expected<Posted, std::string> post(const Post& post,
                                                               const std::stop_token& stop) = 0;
  [[nodiscard]] virtual tl::expected<void, std::string> mail(const Letter& letter,
                                                             const std::stop_token& stop) = 0;
};

/// By libcurl: certificates checked, no redirects, mail never without TLS but on this machine.
class CurlNet final : public Net {
 public:
  explicit CurlNet(int patience_seconds);
  [[nodiscard]] tl::expected<Posted, std::string> post(const Post& post,
                                                       const std::stop_token& stop) override;
  [[nodiscard]] tl::expected<void, std::string> mail(const Letter& letter,
                                                     const std::stop_token& stop) override;

 private:
  int patience_seconds_;
};

}  // namespace tulay::staff
