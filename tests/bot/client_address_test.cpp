#include "bot/server/client_address.hpp"

#include <rapidcheck.h>
#include <catch2/catch.hpp>

using namespace tulay::server;

namespace {

using Headers = std::vector<std::pair<std::string, std::string>>;

std::string behind(const std::string& peer, const Headers& headers) {
  return ClientAddresses({"127.0.0.1", "10.0.0.7", "2001:db8::7"}).of(peer, headers);
}

}  // namespace

TEST_CASE("only what our own proxies say of a client counts, from the right") {
  const std::string name = "X-Forwarded-For";
  CHECK(behind("203.0.113.9", {{name, "198.51.100.1"}}) == "203.0.113.9");
  CHECK(behind("127.0.0.1", {}) == "127.0.0.1");
  CHECK(behind("127.0.0.1", {{name, "198.51.100.1"}}) == "198.51.100.1");
  CHECK(behind("127.0.0.1", {{"x-forwarded-for", "1.2.3.4, 198.51.100.1"}}) == "198.51.100.1");
  CHECK(behind("127.0.0.1", {{name, "1.2.3.4, 198.51.100.1 , 10.0.0.7"}}) == "198.51.100.1");
  CHECK(behind("127.0.0.1", {{name, "1.2.3.4"}, {name, "198.51.100.1"}}) == "198.51.100.1");
  CHECK(behind("2001:db8::7", {{name, "2001:db8:1:2::3"}}) == "2001:db8:1:2::3");
  for (const auto* const bad : {"", ",", "unknown", "198.51.100.1:80", "[2001:db8::1]", "1.2.3.4,nobody"})
    CHECK(behind("127.0.0.1", {{name, bad}}) == "127.0.0.1");
  CHECK(behind("127.0.0.1", {{name, std::string(8000, ',') + "9.9.9.9"}}) == "9.9.9.9");
}

TEST_CASE("whatever stands in the header, it is the peer or an address that a proxy added last") {
  rc::check([](const std::string& forged, unsigned char last) {
    const std::string true_client = "198.51.100." + std::to_string(last);
    RC_ASSERT(behind("127.0.0.1", {{"X-Forwarded-For", forged + "," + true_client}}) == true_client);
  });
}

TEST_CASE("limits count blocks, and not this machine") {
  CHECK(address_block("203.0.113.9") == "203.0.113.0/24");
  CHECK(address_block("2001:db8:1:2ff:4::5") == "2001:db8:1:200::/56");
  CHECK(address_block("::ffff:203.0.113.9") == "203.0.113.0/24");
  for (const auto* const none : {"127.0.0.1", "127.8.8.8", "::1", "::ffff:127.0.0.1", "", "somewhere"})
    CHECK(address_block(none).empty());
  CHECK(truncated_address("203.0.113.9") == "203.0.113.0/24");
  CHECK(truncated_address("2001:db8:1:2ff:4::5") == "2001:db8:1::/48");
  CHECK(truncated_address("127.0.0.1") == "127.0.0.0/24");
  CHECK(truncated_address("nowhere") == "-");
}
