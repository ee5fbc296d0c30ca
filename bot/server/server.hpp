#pragma once

#include <chrono>
#include <cstddef>
#include <functional>
#include <memory>
#include <string>
#include <string_view>
#include <tl/expected.hpp>
#include <vector>

#include "bot/ports/entropy.hpp"
#include "bot/server/access_log.hpp"
#include "bot/server/cross_origin.hpp"
#include "bot/server/http.hpp"

namespace tulay::server {

struct ServerSettings {
  std::string address = "127.0.0.1";
  int port = 8080;                              // 0: any free one
  std::size_t workers = 16;                     // threads; most of them wait for the disk
  std::size_t waiting = 1024;                   // whole requests queued before new ones get 503
  std::chrono::milliseconds longest_wait{250};  // in that queue; beyond it new ones get 503
  std::size_t connections = 4000;               // at once; for one more, the longest idle are closed
  std::chrono::milliseconds patience{5000};     // for a client to send its whole request
  std::chrono::milliseconds drain_patience{4000};
  CrossOrigin cross_origin;
  std::vector<std::string> trusted_proxies;  // our own, whose word of where a request comes from counts
};

/// What the server tells; each may be called by several threads at once. Never a message's text.
struct ServerEvents {
  AccessLog access;
  std::function<void(std::string_view request_id, std::string_view what)> failed;
};

/// How much is going on in it.
struct ServerLoad {
  std::size_t connections = 0;
  std::size_t waiting = 0;  // whole requests that no worker has taken up yet
};

/// The HTTP server, with every fence of security.md section 2. `run` belongs to one thread; the rest may be
/// called by any.
class Server {
 public:
  /// Binds and listens; the reason as one sentence when that fails. `entropy` must outlive the server.
  static tl::expected<std::unique_ptr<Server>, std::string> bind(const ServerSettings& settings,
                                                                 std::vector<Route> routes,
                                                                 bot::Entropy& entropy, ServerEvents events);
  ~Server();
  Server(const Server&) = delete;
  Server& operator=(const Server&) = delete;

  [[nodiscard]] int port() const;
  [[nodiscard]] ServerLoad load();
  /// Serves until drained.
  void run();
  /// Refuses what is new with 503, waits for what runs (up to drain_patience), then ends run(). May come
  /// before run().
  void drain();

 private:
  class Parts;
  explicit Server(std::unique_ptr<Parts> parts);
  std::unique_ptr<Parts> parts_;
};

}  // namespace tulay::server
