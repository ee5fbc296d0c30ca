#include <catch2/catch.hpp>

#include "adapters/system/system_clock.hpp"
#include "adapters/system/system_entropy.hpp"

using namespace tulay;

TEST_CASE("tokens are base64url without padding, and each is another") {
  const auto entropy = system::SystemEntropy::open();
  REQUIRE(entropy);
  const auto first = entropy->token(32);
  CHECK(first.size() == 43);
  CHECK(first.find_first_not_of("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_") ==
        std::string::npos);
  CHECK(first != entropy->token(32));
  CHECK(entropy->token(0).empty());
}

TEST_CASE("a digest is BLAKE2b-256 in hex") {
  const auto entropy = system::SystemEntropy::open();
  CHECK(entropy->digest("") == "0e5751c026e543b2e8ab2eb06099daa1d1e5df47778f7787faab45cdf12fe3a8");
  CHECK(entropy->digest("a") != entropy->digest("b"));
}

TEST_CASE("the clock runs after this program was written") {
  CHECK(system::SystemClock().now() > knowledge::Instant(std::chrono::seconds(1'750'000'000)));
}
