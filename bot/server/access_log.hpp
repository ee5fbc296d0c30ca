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

}  // namespace tulay::server
