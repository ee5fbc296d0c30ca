#include "bot/server/access_log.hpp"

#include <arpa/inet.h>

#include <algorithm>
#include <array>

namespace tulay::server {

std::string truncated_address(const std::string& address) {
  std::array<char, INET6_ADDRSTRLEN> text{};
  std::array<unsigned char, 16> bytes{};
  if (inet_pton(AF_INET, address.c_str(), bytes.data()) == 1) {
    bytes[3] = 0;
    inet_ntop(AF_INET, bytes.data(), text.data(), text.size());
    return std::string(text.data()) + "/24";
  }
  if (inet_pton(AF_INET6, address.c_str(), bytes.data()) == 1) {
    std::fill(bytes.begin() + 6, bytes.end(), static_cast<unsigned char>(0));
    inet_ntop(AF_INET6, bytes.data(), text.data(), text.size());
    return std::string(text.data()) + "/48";
  }
  return "-";
}

}  // namespace tulay::server
