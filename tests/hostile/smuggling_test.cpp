// Requests that two readers could cut in two ways. /readyz stands for whatever only the house may ask: nginx
// lets nobody through to it, so when the program notes it, a request was smuggled.
#include <catch2/catch.hpp>
#include <string>
#include <vector>

#include "hostile/under_attack.hpp"

using namespace tulay;
using namespace tulay::hostile;
using fakes::RawClient;

namespace {

const std::string inner = "GET /readyz HTTP/1.1\r\nHost: x\r\n\r\n";

std::string request(const std::string& line, const std::string& headers, const std::string& body) {
  return line + " HTTP/1.1\r\nHost: x\r\nContent-Type: application/json\r\n" + headers + "\r\n" + body;
}

std::string length(std::size_t bytes) { return "Content-Length: " + std::to_string(bytes) + "\r\n"; }

std::vector<std::string> smugglers() {
  // Past 4,096 bytes the body no longer comes in one piece with the head.
  const auto padded = std::string(5000, 'a') + inner;
  const std::string get = "GET /healthz";
  const std::string post = "POST /v1/chat";
  std::vector<std::string> all;
  for (const std::string line :
       {"GET /healthz", "HEAD /healthz", "OPTIONS /v1/chat", "DELETE /v1/conversation"}) {
    all.push_back(request(line, length(inner.size()), inner));
    all.push_back(request(line, length(padded.size()), padded));
    all.push_back(request(line, "Transfer-Encoding: chunked\r\n", "0\r\n\r\n" + inner));
  }
  for (const std::string lengths :
       {"Content-Length: 0\r\nContent-Length: 34\r\n", "Content-Length: 34\r\nContent-Length: 0\r\n",
        "Content-Length: 0, 34\r\n", "Content-Length: +0\r\n", "Content-Length: -1\r\n",
        "Content-Length: 0x0\r\n", "Content-Length: 0a\r\n", "Content-Length: 00\r\n", "Content-Length:\r\n",
        "Content-Length : 34\r\n", "Content_Length: 34\r\n", "Content-Length: 18446744073709551616\r\n",
        "X: 1\nContent-Length: 34\r\n", "X: 1\rContent-Length: 34\r\n", " Content-Length: 34\r\n",
        "X: 1\r\n Content-Length: 34\r\n"}) {
    all.push_back(request(post, lengths, inner));
    all.push_back(request(get, lengths, inner));
  }
  for (const std::string coding :
       {"Transfer-Encoding: chunked\r\n", "Transfer-Encoding : chunked\r\n",
        "Transfer-Encoding:\tchunked\r\n", "Transfer-Encoding: xchunked\r\n",
        "Transfer-Encoding: chunked, identity\r\n", "Transfer-Encoding: identity, chunked\r\n",
        "Transfer-Encoding: CHUNKED\r\n", "Transfer_Encoding: chunked\r\n",
        "Transfer-Encoding: identity\r\nTransfer-Encoding: chunked\r\n",
        "X: 1\nTransfer-Encoding: chunked\r\n", "Transfer-Encoding:\r\n chunked\r\n",
        "Transfer-Encoding: \vchunked\r\n"}) {
    all.push_back(request(post, coding + length(5 + inner.size()), "0\r\n\r\n" + inner));
    all.push_back(request(post, length(0) + coding, inner));
    all.push_back(request(post, coding, "0\r\n\r\n" + inner));
    all.push_back(request(post, coding, "0;a\nb\r\n\r\n" + inner));
    all.push_back(request(post, coding, "-2\r\n\r\n" + inner));
    all.push_back(request(post, coding, "0x0\r\n\r\n" + inner));
  }
  all.push_back("GET /healthz HTTP/1.0\r\nConnection: keep-alive\r\n\r\n" + inner);
  all.push_back("GET /healthz\r\n\r\n" + inner);
  all.push_back("GET http://x/healthz HTTP/1.1\r\nHost: x\r\nHost: y\r\n\r\n" + inner);
  all.push_back("\r\n\n" + request(get, length(0), inner));
  all.push_back(request(post, length(0) + "Connection: close\r\n", inner));
  all.push_back(request(get, "Expect: 100-continue\r\n" + length(34), inner));
  return all;
}

}  // namespace

TEST_CASE("bytes behind a request in doubt are never a request to the program alone") {
  const UnderAttack target(Way::alone);
  for (const auto& one : smugglers()) {
    INFO(one.substr(0, 300));
    const auto answer = fakes::exchange(target.port(), one);
    CHECK(answer.find("HTTP/1.1 ", 1) == std::string::npos);
  }
  CHECK(target.log().find("readyz") == std::string::npos);
  CHECK(target.health() < 100);
  CHECK(target.grown() < most_growth);
}

TEST_CASE("nothing is smuggled through nginx, and the next visitor gets the answer to what she asked") {
  const UnderAttack target(GENERATE(Way::behind_nginx, Way::behind_keeping_nginx));
  for (const auto& one : smugglers()) {
    INFO(one.substr(0, 300));
    const RawClient attacker(target.port());
    attacker.send(one);
    (void)attacker.read_all(100);
    for (int i = 0; i < 3; ++i) {
      RawClient visitor(target.port());
      visitor.send("GET /healthz HTTP/1.1\r\nHost: x\r\n\r\n");
      CHECK(fakes::body_of(visitor.read_answer()) == R"({"status":"ok"})");
    }
  }
  CHECK(target.log().find("readyz") == std::string::npos);
  CHECK(target.health() < 100);
  CHECK(target.grown() < most_growth);
}
