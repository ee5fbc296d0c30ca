#pragma once

#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace tulay::server {

/// Where a request comes from: the peer, or what our own proxies say of it. Of X-Forwarded-For only what
/// trusted proxies added counts, from the right (security.md §5); what a client writes there itself stands
/// further left. Forged, empty or overlong chains end at the last trusted peer.
class ClientAddresses {
 public:
  /// Addresses of our own proxies, as the machine writes them: "127.0.0.1", "2001:db8::7".
  explicit ClientAddresses(std::vector<std::string> trusted_proxies);
  [[nodiscard]] std::string of(std::string_view peer,
                               const std::vector<std::pair<std::string, std::string>>& headers) const;

 private:
  [[nodiscard]] bool trusted(std::string_view address) const;
  std::vector<std::string> trusted_proxies_;
};

/// The block that limits count by: IPv4 to /24, IPv6 to /56, an IPv4 inside IPv6 as IPv4. Empty for this
/// machine's own addresses and for what is no address.
[[nodiscard]] std::string address_block(const std::string& address);

/// The block that the access log shows: IPv4 to /24, IPv6 to /48; "-" for what is no address.
[[nodiscard]] std::string truncated_address(const std::string& address);

/// Is it one, as inet_pton(3) reads them?
[[nodiscard]] bool is_address(const std::string& text);

}  // namespace tulay::server
