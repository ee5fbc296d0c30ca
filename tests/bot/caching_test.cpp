#include "bot/server/caching.hpp"

#include <catch2/catch.hpp>
#include <string>

using tulay::server::names_tag;
using tulay::server::takes_gzip;

TEST_CASE("gzip is taken when it is named or covered by a star, unless it is refused") {
  for (const std::string header :
       {"gzip", "deflate, gzip, br", "br;q=1.0, GZIP;q=0.5", "*", "x-gzip", "gzip ; q=0.001"}) {
    INFO(header);
    CHECK(takes_gzip(header));
  }
  for (const std::string header :
       {"", "br", "identity", "gzip;q=0", "gzip; q=0.000", "*;q=0", "gzip;q=0, *", "gzipped"}) {
    INFO(header);
    CHECK_FALSE(takes_gzip(header));
  }
}

TEST_CASE("a tag is found among those of If-None-Match") {
  const std::string tag = "\"abc\"";
  for (const std::string header : {"\"abc\"", "W/\"abc\"", "\"x\", \"abc\"", "*"}) {
    INFO(header);
    CHECK(names_tag(header, tag));
  }
  for (const std::string header : {"", "abc", "\"abcd\"", "\"x\", W/\"y\"", ",,"}) {
    INFO(header);
    CHECK_FALSE(names_tag(header, tag));
  }
}
