#pragma once

#include <chrono>
#include <cstddef>
#include <cstdint>
#include <span>
#include <string>
#include <string_view>
#include <utility>

#include "bot/server/descriptor.hpp"
#include "bot/server/framing.hpp"

namespace tulay::server {

/// A whole request and whose it is. Points into its Connection.
struct Whole {
  std::string_view head;
  std::string_view body;
  bool stays = false;  // may the connection serve another after it?
  std::string_view address;
  std::chrono::steady_clock::time_point since;
};

/// One client's socket, which never blocks, with what came and what is still to be sent. Of one thread at a
/// time: the gatherer's, or while a request is answered that worker's.
class Connection {
 public:
  enum class Came : std::uint8_t { some, all, the_end };  // some: there may be more

  Connection(Descriptor socket, std::string address)
      : socket_(std::move(socket)), address_(std::move(address)) {}

  [[nodiscard]] int descriptor() const { return socket_.get(); }
  [[nodiscard]] const std::string& address() const { return address_; }

  /// Keeps what the client sent, at most as much as `scratch` holds.
  [[nodiscard]] Came receive(std::span<char> scratch);
  /// Throws it away; `left` is lowered by as much.
  [[nodiscard]] Came discard(std::span<char> scratch, std::size_t& left) const;
  [[nodiscard]] bool empty() const { return received_.empty(); }
  [[nodiscard]] RequestFraming::Found look();
  /// The request that look() found whole.
  [[nodiscard]] Whole whole() const;
  /// Has anything come after it?
  [[nodiscard]] bool holds_more() const { return received_.size() > framed_.length(); }
  /// Makes the bytes after that request the first of the next.
  void next_request();

  /// Sends as much as goes without waiting and keeps the rest.
  void send(std::string bytes);
  void send_rest();
  [[nodiscard]] bool unsent() const { return sent_ < to_send_.size(); }
  [[nodiscard]] bool broken() const { return broken_; }
  void end_sending() const;
  void close() { socket_ = Descriptor(); }

  /// Is the connection kept after the answer? Whoever answers may still say no.
  bool stays = false;

  enum class State : std::uint8_t { gathering, resting, answering, sending, lingering, closed };
  /// The gatherer's own, also while a worker has the rest.
  struct Course {
    State state = State::gathering;
    std::chrono::steady_clock::time_point since;  // in this state
    std::chrono::steady_clock::time_point deadline;
    std::size_t left_to_discard = 0;
    int requests = 0;
    bool drained = true;   // nothing to receive until the system says so
    bool hung_up = false;  // the client's side has ended
    bool awaited = false;  // something came while a worker has it
    bool told_to_go_on = false;
  };
  Course course;

 private:
  Descriptor socket_;
  std::string address_;
  std::string received_;
  RequestFraming framing_;
  Framed framed_;
  std::string to_send_;
  std::size_t sent_ = 0;
  bool broken_ = false;
};

}  // namespace tulay::server
