#pragma once

#include <atomic>
#include <condition_variable>
#include <memory>
#include <mutex>
#include <stdexcept>
#include <string>
#include <thread>
#include <utility>
#include <vector>

#include "bot/server/server.hpp"
#include "fakes/counting_entropy.hpp"

namespace tulay::server {

/// Lets handlers wait until a test says go.
class Barrier {
 public:
  void arrive_and_wait() {
    std::unique_lock lock(mutex_);
    ++arrived_;
    changed_.notify_all();
    changed_.wait(lock, [this] { return open_; });
  }
  void wait_for(int count) {
    std::unique_lock lock(mutex_);
    changed_.wait(lock, [&] { return arrived_ >= count; });
  }
  void open() {
    const std::lock_guard lock(mutex_);
    open_ = true;
    changed_.notify_all();
  }

 private:
  std::mutex mutex_;
  std::condition_variable changed_;
  int arrived_ = 0;
  bool open_ = false;
};

inline constexpr std::size_t large_answer = 16 * 1024 * 1024;  // more than any socket buffer takes

/// A server on a free port, in a thread of its own, with a few routes to try it on.
class RunningServer {
 public:
  explicit RunningServer(ServerSettings settings = {}) {
    settings.port = 0;
    auto bound = Server::bind(settings, routes(), entropy_,
                              {[this](const AccessEntry& entry) { note(entry); },
                               [this](auto, auto what) { failures.emplace_back(what); }});
    server_ = std::move(bound.value());
    thread_ = std::jthread([this] { server_->run(); });
  }
  ~RunningServer() {
    slow.open();
    server_->drain();
  }
  RunningServer(const RunningServer&) = delete;
  RunningServer& operator=(const RunningServer&) = delete;

  [[nodiscard]] int port() const { return server_->port(); }
  [[nodiscard]] Server& server() { return *server_; }
  /// Returns when run() has ended.
  void join() { thread_.join(); }
  /// What was noted, once there are so many notes.
  [[nodiscard]] std::vector<AccessEntry> notes(std::size_t count) {
    std::unique_lock lock(mutex_);
    noted_.wait(lock, [&] { return entries_.size() >= count; });
    return entries_;
  }

  Barrier slow;
  std::atomic<int> purged = 0;
  std::vector<std::string> failures;

 private:
  std::vector<Route> routes() {
    const auto echo = [](const Request& request) {
      Response response;
      response.content_type = "text/plain";
      response.body = request.body + "|" + request.authorization;
      return response;
    };
    const auto wait = [this](const Request& /*request*/) {
      slow.arrive_and_wait();
      Response response;
      response.body = "{}";
      return response;
    };
    const auto fail = [](const Request& /*request*/) -> Response {
      throw std::runtime_error("no such table: secret");
    };
    const auto purge = [this](const Request& /*request*/) {
      ++purged;
      return Response{};
    };
    const auto large = [](const Request& /*request*/) {
      Response response;
      response.body = std::string(large_answer, 'a');
      return response;
    };
    return {{"GET", "/large", large},        {"POST", "/echo", echo, true}, {"GET", "/echo", echo, true},
            {"DELETE", "/echo", echo, true}, {"GET", "/slow", wait},        {"GET", "/fail", fail},
            {"POST", "/purge", purge}};
  }
  void note(const AccessEntry& entry) {
    const std::lock_guard lock(mutex_);
    entries_.push_back(entry);
    noted_.notify_all();
  }

  fakes::CountingEntropy entropy_;
  std::mutex mutex_;
  std::condition_variable noted_;
  std::vector<AccessEntry> entries_;
  std::unique_ptr<Server> server_;
  std::jthread thread_;
};

}  // namespace tulay::server
