#pragma once

#include <sys/types.h>

#include <array>
#include <atomic>
#include <chrono>
#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <utility>

namespace tulay::server {

/// How the server stands: a connection waits shorter for its client the nearer the end is.
enum class Phase : std::uint8_t { serving, draining, closed };

/// One client's socket, good for one request: at most so many bytes and so much time to send it, however
/// slowly they drip. Owns the descriptor. Not for sharing by threads.
class Connection {
 public:
  Connection(int descriptor, std::chrono::milliseconds patience, const std::atomic<Phase>& phase);
  ~Connection();
  Connection(const Connection&) = delete;
  Connection& operator=(const Connection&) = delete;

  /// As recv: bytes read, 0 at the end, -1 when time or bytes are used up.
  ssize_t read(char* into, std::size_t size);
  /// All of it or -1.
  ssize_t write(std::string_view bytes);
  /// From here on the larger limit of a body holds.
  void head_is_done();
  [[nodiscard]] bool readable();
  [[nodiscard]] int descriptor() const { return descriptor_; }
  /// Address and port of the client's side.
  [[nodiscard]] std::pair<std::string, int> peer() const;

  /// Ends the answer and lets a client that is still sending read it: closing with unread bytes would reset
  /// the connection and could destroy the answer on its way.
  void linger();

 private:
  using Clock = std::chrono::steady_clock;
  [[nodiscard]] bool wait_for(short event, Clock::time_point until) const;
  [[nodiscard]] bool refill();

  int descriptor_;
  Clock::time_point deadline_;
  const std::atomic<Phase>& phase_;
  std::size_t bytes_left_;
  std::array<char, 4096> buffer_{};
  std::size_t begin_ = 0;
  std::size_t end_ = 0;
};

}  // namespace tulay::server
