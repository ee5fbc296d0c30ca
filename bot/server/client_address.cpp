#include "bot/server/client_address.hpp"

#include <arpa/inet.h>

#include <algorithm>
#include <array>
#include <optional>

#include "bot/server/request_head.hpp"

namespace tulay::server {
namespace {

constexpr std::array<unsigned char, 12> mapped_v4{0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0xff, 0xff};

struct Address {
  int family = AF_INET;
  std::array<unsigned char, 16> bytes{};
};

std::optional<Address> read(const std::string& text) {
  Address address;
  if (inet_pton(AF_INET, text.c_str(), address.bytes.data()) == 1) return address;
  address.family = AF_INET6;
  if (inet_pton(AF_INET6, text.c_str(), address.bytes.data()) != 1) return std::nullopt;
  if (std::equal(mapped_v4.begin(), mapped_v4.end(), address.bytes.begin())) {
    std::copy(address.bytes.begin() + mapped_v4.size(), address.bytes.end(), address.bytes.begin());
    address.family = AF_INET;
  }
  return address;
}

std::string block(Address address, std::size_t bytes_kept) {
  const std::size_t size = address.family == AF_INET ? 4 : 16;
  std::fill(address.bytes.begin() + static_cast<std::ptrdiff_t>(bytes_kept),
            address.bytes.begin() + static_cast<std::ptrdiff_t>(size), static_cast<unsigned char>(0));
  std::array<char, INET6_ADDRSTRLEN> text{};
  inet_ntop(address.family, address.bytes.data(), text.data(), text.size());
  return std::string(text.data()) + "/" + std::to_string(bytes_kept * 8);
}

bool is_this_machine(const Address& address) {
  if (address.family == AF_INET) return address.bytes[0] == 127;
  return std::all_of(address.bytes.begin(), address.bytes.end() - 1, [](auto byte) { return byte == 0; }) &&
         address.bytes.back() == 1;
}

}  // namespace

ClientAddresses::ClientAddresses(std::vector<std::string> trusted_proxies)
    : trusted_proxies_(std::move(trusted_proxies)) {}

bool ClientAddresses::trusted(std::string_view address) const {
  return std::find(trusted_proxies_.begin(), trusted_proxies_.end(), address) != trusted_proxies_.end();
}

std::string ClientAddresses::of(std::string_view peer,
                                const std::vector<std::pair<std::string, std::string>>& headers) const {
  std::string nearest(peer);
  if (!trusted(nearest)) return nearest;
  std::string chain;
  for (const auto& [name, value] : headers) {
    if (same_name(name, "x-forwarded-for")) chain += (chain.empty() ? "" : ",") + value;
  }
  std::string_view left = chain;
  while (!left.empty() && trusted(nearest)) {
    const auto comma = left.rfind(',');
    const std::string next(trimmed(comma == std::string_view::npos ? left : left.substr(comma + 1)));
    if (!is_address(next)) break;
    nearest = next;
    left = comma == std::string_view::npos ? std::string_view{} : left.substr(0, comma);
  }
  return nearest;
}

std::string address_block(const std::string& address) {
  const auto read_as = read(address);
  if (!read_as || is_this_machine(*read_as)) return {};
  return block(*read_as, read_as->family == AF_INET ? 3 : 7);
}

std::string truncated_address(const std::string& address) {
  const auto read_as = read(address);
  return read_as ? block(*read_as, read_as->family == AF_INET ? 3 : 6) : "-";
}

bool is_address(const std::string& text) { return read(text).has_value(); }

}  // namespace tulay::server
