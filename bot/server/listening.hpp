#pragma once

#include <cstdint>
#include <string>
#include <tl/expected.hpp>

#include "bot/server/descriptor.hpp"

namespace tulay::server {

/// A client that has just connected.
struct Arrived {
  Descriptor socket;    // does not block
  std::string address;  // as text
};

enum class NotArrived : std::uint8_t { nobody_waits, no_descriptors };

/// The socket on which clients arrive. May be used by one thread at a time.
class Listening {
 public:
  /// Port 0 takes any free one. The reason as one sentence when that fails.
  static tl::expected<Listening, std::string> open(const std::string& address, int port);

  [[nodiscard]] int descriptor() const { return socket_.get(); }
  [[nodiscard]] int port() const { return port_; }
  /// The next who waits.
  [[nodiscard]] tl::expected<Arrived, NotArrived> accept() const;
  /// Nobody can connect any more.
  void close() { socket_ = Descriptor(); }

 private:
  Listening(Descriptor socket, int port) : socket_(std::move(socket)), port_(port) {}

  Descriptor socket_;
  int port_;
};

}  // namespace tulay::server
