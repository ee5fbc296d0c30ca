#pragma once

#include <httplib.h>

#include <chrono>
#include <string>
#include <string_view>

#include "bot/server/connection.hpp"
#include "bot/server/gate.hpp"

namespace tulay::server {

// One request and its answer between httplib's types and ours; only server.cpp includes this.

/// Gives the request its id and start, and takes out what nobody here may see. httplib hands a request to its
/// callbacks and nothing else of ours, so they travel in headers of our own, whatever a client sent in them.
void set_up(httplib::Request& request, const std::string& id);

/// Empty when httplib refused the request before set_up.
[[nodiscard]] std::string id_of(const httplib::Request& request);
[[nodiscard]] std::chrono::microseconds since_start(const httplib::Request& request);

[[nodiscard]] Arrival arrival_of(const httplib::Request& from);

/// Sets a header that is not there yet; control bytes are left out.
void set(httplib::Response& to, const std::string& name, std::string value);
void give(httplib::Response& to, const Response& answer);

/// A Connection as httplib reads and writes it.
class Stream final : public httplib::Stream {
 public:
  explicit Stream(Connection& connection) : connection_(connection) {}
  bool is_readable() const override { return connection_.readable(); }
  bool is_writable() const override { return true; }
  ssize_t read(char* into, size_t size) override { return connection_.read(into, size); }
  ssize_t write(const char* bytes, size_t size) override {
    if (std::string_view(bytes, size).starts_with("HTTP/1.1 4")) refused_ = true;
    return connection_.write({bytes, size});
  }
  void get_remote_ip_and_port(std::string& ip, int& port) const override {
    std::tie(ip, port) = connection_.peer();
  }
  void get_local_ip_and_port(std::string& /*ip*/, int& /*port*/) const override {}
  socket_t socket() const override { return connection_.descriptor(); }
  /// Was the answer a 4xx, which may leave a part of the request unread?
  [[nodiscard]] bool refused() const { return refused_; }

 private:
  Connection& connection_;
  bool refused_ = false;
};

}  // namespace tulay::server
