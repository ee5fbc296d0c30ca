#include "bot/server/server.hpp"

#include <httplib.h>
#include <sys/socket.h>
#include <unistd.h>

#include <algorithm>
#include <array>
#include <cerrno>
#include <exception>
#include <mutex>
#include <optional>
#include <system_error>
#include <thread>
#include <utility>
#include <variant>

#include "bot/server/connection.hpp"
#include "bot/server/desk.hpp"
#include "bot/server/exchange.hpp"
#include "bot/server/problem_json.hpp"
#include "bot/server/workers.hpp"

namespace tulay::server {
namespace {

constexpr int backlog = 1024;

/// A full queue runs the job at once, on the accepting thread, where process_and_close_socket turns it away.
class Queue final : public httplib::TaskQueue {
 public:
  Queue(std::size_t workers, std::size_t waiting) : workers_(workers, waiting) {}
  void enqueue(std::function<void()> job) override {
    if (!workers_.offer(job)) job();
  }
  void shutdown() override { workers_.finish(); }

 private:
  Workers workers_;
};

}  // namespace

class Server::Parts final : public httplib::Server {
 public:
  Parts(const ServerSettings& settings, std::vector<Route> routes, bot::Entropy& entropy,
        ServerEvents events);
  Parts(const Parts&) = delete;
  Parts& operator=(const Parts&) = delete;
  ~Parts() override { stop_listening(); }

  [[nodiscard]] std::optional<std::string> bind_and_listen();
  void serve();
  void end();
  [[nodiscard]] int port() const { return port_; }

 private:
  void fence();
  void set_callbacks();
  bool process_and_close_socket(socket_t socket) override;
  void turn_away(Connection& connection);
  HandlerResponse before_body(const httplib::Request& from, httplib::Response& to);
  void with_body(const httplib::Request& from, httplib::Response& to, const httplib::ContentReader& reader);
  HandlerResponse explain(const httplib::Request& from, httplib::Response& to);
  void note(const httplib::Request& request, const httplib::Response& response) const;
  void stop_listening();

  ServerSettings settings_;
  Desk desk_;
  int port_ = 0;
  std::thread::id accepting_;
  std::mutex listening_mutex_;
  bool listening_ = false;
};

Server::Parts::Parts(const ServerSettings& settings, std::vector<Route> routes, bot::Entropy& entropy,
                     ServerEvents events)
    : settings_(settings),
      desk_(Gate(Router(std::move(routes)), settings.cross_origin), entropy, std::move(events)) {
  fence();
  set_callbacks();
}

// Every one of these has a reason in security.md, section 2.
void Server::Parts::fence() {
  const auto cores = static_cast<std::size_t>(std::thread::hardware_concurrency());
  const auto workers = settings_.workers != 0 ? settings_.workers : std::max<std::size_t>(8, 2 * cores);
  new_task_queue = [workers, waiting = settings_.waiting] { return new Queue(workers, waiting); };
  set_keep_alive_max_count(1);
  set_tcp_nodelay(true);
  set_read_timeout(settings_.patience);
  set_write_timeout(settings_.patience);
  set_payload_max_length(most_body_bytes);
  // Not httplib's own SO_REUSEPORT: two servers would share a port without a word.
  set_socket_options([](socket_t socket) {
    const int yes = 1;
    ::setsockopt(socket, SOL_SOCKET, SO_REUSEADDR, &yes, sizeof yes);
  });
}

void Server::Parts::set_callbacks() {
  set_pre_routing_handler([this](const auto& from, auto& to) { return before_body(from, to); });
  for (const auto& route : desk_.gate().router().routes()) {
    if (route.method != "POST") continue;
    Post(route.path, [this](const httplib::Request& from, httplib::Response& to,
                            const httplib::ContentReader& reader) { with_body(from, to, reader); });
  }
  set_exception_handler([](const auto& from, auto& to, const std::exception_ptr&) {
    give(to, problem(500, "something went wrong here", id_of(from)));
  });
  set_error_handler(HandlerWithResponse([this](const auto& from, auto& to) { return explain(from, to); }));
  set_post_routing_handler([this](const auto& from, auto& to) {
    for (const auto& [name, value] : desk_.gate().dress(arrival_of(from))) set(to, name, value);
  });
  set_logger([this](const auto& from, const auto& to) { note(from, to); });
}

std::optional<std::string> Server::Parts::bind_and_listen() {
  errno = 0;
  port_ = settings_.port;
  const bool bound =
      port_ == 0 ? (port_ = bind_to_any_port(settings_.address)) > 0 : bind_to_port(settings_.address, port_);
  if (!bound) {
    return "cannot listen on " + settings_.address + ":" + std::to_string(settings_.port) + ": " +
           (errno == 0 ? std::string("no such address") : std::generic_category().message(errno));
  }
  ::listen(svr_sock_, backlog);  // again: httplib asks for 5
  listening_ = true;
  return std::nullopt;
}

void Server::Parts::serve() {
  accepting_ = std::this_thread::get_id();
  listen_after_bind();
  const std::lock_guard lock(listening_mutex_);
  listening_ = false;
}

void Server::Parts::end() {
  desk_.drain().begin(settings_.drain_patience);
  desk_.drain().close();
  stop_listening();
}

// httplib's stop() does nothing before its loop has begun; a shut socket ends the loop whenever that begins.
void Server::Parts::stop_listening() {
  const std::lock_guard lock(listening_mutex_);
  if (listening_) ::shutdown(svr_sock_, SHUT_RDWR);
}

bool Server::Parts::process_and_close_socket(socket_t socket) {
  Connection connection(socket, settings_.patience, desk_.drain().phase());
  if (std::this_thread::get_id() == accepting_) {
    turn_away(connection);
    return false;
  }
  Stream stream(connection);
  bool client_closes = false;
  const bool answered = process_request(stream, true, client_closes, [&](httplib::Request& request) {
    connection.head_is_done();
    set_up(request, desk_.new_id());
  });
  if (stream.refused()) connection.linger();
  return answered;
}

// On the accepting thread: nothing here may wait.
void Server::Parts::turn_away(Connection& connection) {
  const auto text = desk_.turned_away(connection.peer().first);
  std::array<char, most_head_bytes> unread{};
  (void)::recv(connection.descriptor(), unread.data(), unread.size(), MSG_DONTWAIT);
  (void)::send(connection.descriptor(), text.data(), text.size(), MSG_DONTWAIT | MSG_NOSIGNAL);
}

httplib::Server::HandlerResponse Server::Parts::before_body(const httplib::Request& from,
                                                            httplib::Response& to) {
  const auto answered = desk_.before_body(arrival_of(from));
  const auto* const response = std::get_if<Response>(&answered);
  if (response == nullptr) return HandlerResponse::Unhandled;  // with_body goes on
  give(to, *response);
  return HandlerResponse::Handled;
}

void Server::Parts::with_body(const httplib::Request& from, httplib::Response& to,
                              const httplib::ContentReader& reader) {
  auto request = arrival_of(from).request;
  bool too_large = false;
  const bool complete = reader([&](const char* bytes, size_t count) {
    too_large = request.body.size() + count > most_body_bytes;
    if (!too_large) request.body.append(bytes, count);
    return !too_large;
  });
  if (too_large) return give(to, problem(413, "the body is larger than 16 KiB", request.id));
  if (!complete) return give(to, problem(400, "the body did not arrive whole", request.id));
  give(to, desk_.answer(*desk_.gate().router().find(request.method, request.path), request));
}

// What httplib refused by itself has no body yet.
httplib::Server::HandlerResponse Server::Parts::explain(const httplib::Request& from, httplib::Response& to) {
  if (!to.body.empty() || to.has_header("Content-Length")) return HandlerResponse::Unhandled;
  const auto id = id_of(from).empty() ? desk_.new_id() : id_of(from);
  set(to, "X-Request-Id", id);
  give(to, problem(to.status, "the request is not well-formed HTTP within the limits", id));
  return HandlerResponse::Handled;
}

void Server::Parts::note(const httplib::Request& request, const httplib::Response& response) const {
  desk_.note({response.get_header_value("X-Request-Id"), id_of(request).empty() ? "-" : request.method, "",
              response.status, since_start(request), request.remote_addr},
             request.path);
}

tl::expected<std::unique_ptr<Server>, std::string> Server::bind(const ServerSettings& settings,
                                                                std::vector<Route> routes,
                                                                bot::Entropy& entropy, ServerEvents events) {
  auto parts = std::make_unique<Parts>(settings, std::move(routes), entropy, std::move(events));
  if (auto why = parts->bind_and_listen()) return tl::unexpected(std::move(*why));
  return std::unique_ptr<Server>(new Server(std::move(parts)));
}

Server::Server(std::unique_ptr<Parts> parts) : parts_(std::move(parts)) {}
Server::~Server() = default;
int Server::port() const { return parts_->port(); }
void Server::run() { parts_->serve(); }
void Server::drain() { parts_->end(); }

}  // namespace tulay::server
