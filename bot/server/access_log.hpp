#pragma once

#include <chrono>
#include <functional>
#include <string>

namespace tulay::server {

/// What is noted of a request: nothing of its body, its query or an unknown path.
struct AccessEntry {
  std::string request_id;
  std::string method;
  std::string path;  // of a route; "-" for anything else
  int status = 0;
  std::chrono::microseconds took{};
  std::string address;  // truncated to /24 or /48
};

using AccessLog = std::function<void(const AccessEntry&)>;

/// "203.0.113.0/24" for 203.0.113.7, "2001:db8:1::/48" for IPv6; "-" when it is no address.
[[nodiscard]] std::string truncated_address(const std::string& address);

}  // namespace tulay::server
