#include "bot/server/framing.hpp"

#include <rapidcheck.h>

#include <catch2/catch.hpp>
#include <string>
#include <tuple>
#include <vector>

using namespace tulay::server;

namespace {

RequestFraming::Found found(std::string_view bytes) { return RequestFraming().look(bytes); }

bool incomplete(const RequestFraming::Found& what) {
  return std::holds_alternative<RequestFraming::Incomplete>(what);
}

int status_of(const RequestFraming::Found& what) {
  const auto* const why = std::get_if<Refusal>(&what);
  return why == nullptr ? 0 : why->status;
}

std::string post(std::size_t body, const std::string& headers = "") {
  return "POST / HTTP/1.1\r\nHost: x\r\n" + headers + "Content-Length: " + std::to_string(body) + "\r\n\r\n" +
         std::string(body, 'a');
}

/// A head of exactly so many bytes.
std::string head_of(std::size_t bytes) {
  const std::string start = "GET / HTTP/1.1\r\nHost: x\r\nA: ";
  return start + std::string(bytes - start.size() - 4, 'a') + "\r\n\r\n";
}

std::string with_headers(int count) {
  std::string text = "GET / HTTP/1.1\r\nHost: x\r\n";
  for (int i = 1; i < count; ++i) text += "A: 1\r\n";
  return text + "\r\n";
}

}  // namespace

TEST_CASE("a request ends where its length says, whatever follows") {
  const std::string get = "GET /healthz HTTP/1.1\r\nHost: x\r\n\r\n";
  const std::string more = "GET / HTTP/1.1\r\nHost: x\r\n\r\n";
  CHECK(found(get) == RequestFraming::Found(Framed{get.size(), 0, true, false}));
  CHECK(found(get + more) == found(get));
  const auto with_body = post(5);
  CHECK(found(with_body + more) == RequestFraming::Found(Framed{with_body.size() - 5, 5, true, false}));
  CHECK(found(post(5, "Expect: 100-Continue\r\n")) ==
        RequestFraming::Found(Framed{post(5, "Expect: 100-continue\r\n").size() - 5, 5, true, true}));
}

TEST_CASE(
    "until a request is whole it is incomplete, and a wish to be told to go on is known with the head") {
  const auto request = post(5, "Expect: 100-continue\r\n");
  for (std::size_t size = 0; size < request.size(); ++size) {
    const auto what = found(request.substr(0, size));
    REQUIRE(incomplete(what));
    CHECK(std::get<RequestFraming::Incomplete>(what).wants_continue == (size >= request.size() - 5));
  }
}

TEST_CASE("each limit holds to the byte") {
  CHECK_FALSE(status_of(found(head_of(most_head_bytes))));
  CHECK(status_of(found(head_of(most_head_bytes + 1))) == 431);
  CHECK(status_of(found(std::string(most_head_bytes + 1, 'a'))) == 431);
  CHECK(incomplete(found(std::string(most_head_bytes, 'a'))));
  CHECK_FALSE(status_of(found(post(most_body_bytes))));
  CHECK(status_of(found(post(most_body_bytes + 1))) == 413);
  CHECK_FALSE(status_of(found(with_headers(64))));
  CHECK(status_of(found(with_headers(65))) == 431);
}

TEST_CASE("what could be read in two ways is refused") {
  const auto [text, status] = GENERATE(table<std::string, int>({
      {"GET / HTTP/1.1\nHost: x\n\n", 400},
      {"GET / HTTP/1.1\r\nHost: x\r\nA: 1\rB: 2\r\n\r\n", 400},
      {"GET / HTTP/1.1\r\nHost: x\r\n\n", 400},
      {"GET / HTTP/1.1\r\n Host: x\r\n\r\n", 400},
      {"GET / HTTP/1.1\r\nHost: x\r\nA: 1\r\n folded\r\n\r\n", 400},
      {"GET / HTTP/1.1\r\nHost : x\r\n\r\n", 400},
      {"GET / HTTP/1.1\r\nHost: x\r\nno colon\r\n\r\n", 400},
      {"GET / HTTP/1.1\r\nHost: x\r\n: nameless\r\n\r\n", 400},
      {"GET / HTTP/1.1\r\nHost: x\r\nREMOTE_ADDR: 6.6.6.6\r\n\r\n", 400},
      {std::string("GET / HTTP/1.1\r\nHost: x\r\nA: \0\r\n\r\n", 33), 400},
      {"GET / HTTP/1.1\r\nHost: x\r\nA: \x7f\r\n\r\n", 400},
      {"GET  / HTTP/1.1\r\nHost: x\r\n\r\n", 400},
      {"GET / a HTTP/1.1\r\nHost: x\r\n\r\n", 400},
      {"GET /\xc3\xa1 HTTP/1.1\r\nHost: x\r\n\r\n", 400},
      {"GET / HTTP/2.0\r\nHost: x\r\n\r\n", 400},
      {"GET / HTTP/1.1 \r\nHost: x\r\n\r\n", 400},
      {"GET /\r\n\r\n", 400},
      {"\r\nGET / HTTP/1.1\r\nHost: x\r\n\r\n", 400},
      {"GET / HTTP/1.1\r\n\r\n", 400},
      {"GET / HTTP/1.1\r\nHost: a\r\nhost: b\r\n\r\n", 400},
      {"GET / HTTP/1.1\r\nHost: x\r\nContent-Length: 1\r\n\r\na", 400},
      {"DELETE / HTTP/1.1\r\nHost: x\r\nTransfer-Encoding: chunked\r\n\r\n0\r\n\r\n", 400},
      {post(2, "Content-Length: 2\r\n"), 400},
      {post(2, "content-length: 3\r\n"), 400},
      {post(2, "Transfer-Encoding: chunked\r\n"), 400},
      {"POST / HTTP/1.1\r\nHost: x\r\nTransfer-Encoding: chunked\r\n\r\n-2\r\na", 411},
      {"POST / HTTP/1.1\r\nHost: x\r\nTransfer-Encoding: xchunked\r\n\r\n", 411},
      {"POST / HTTP/1.1\r\nHost: x\r\nTransfer-Encoding: identity\r\n\r\n", 411},
      {"POST / HTTP/1.1\r\nHost: x\r\nContent-Length: +2\r\n\r\n{}", 400},
      {"POST / HTTP/1.1\r\nHost: x\r\nContent-Length: 2, 2\r\n\r\n{}", 400},
      {"POST / HTTP/1.1\r\nHost: x\r\nContent-Length: 0x2\r\n\r\n{}", 400},
      {"POST / HTTP/1.1\r\nHost: x\r\nContent-Length:\r\n\r\n{}", 400},
      {"POST / HTTP/1.1\r\nHost: x\r\nContent-Length: 18446744073709551618\r\n\r\n{}", 413},
      {post(2, "Content-Encoding: gzip\r\n"), 415},
      {post(2, "Content-Type: multipart/form-data; boundary=b\r\n"), 415},
      {post(2, "Content-Type: text/plain\r\nContent-Type: application/json\r\n"), 400},
      {"GET / HTTP/1.1\r\nHost: x\r\nRange: bytes=0-1,0-1\r\n\r\n", 400},
      {post(2, "Expect: 200-ok\r\n"), 417},
  }));
  INFO(text);
  CHECK(status_of(found(text)) == status);
}

TEST_CASE("a connection stays only after a request of the usual form") {
  const auto [text, stays] = GENERATE(table<std::string, bool>({
      {"GET / HTTP/1.1\r\nHost: x\r\n\r\n", true},
      {"GET / HTTP/1.1\r\nHost: x\r\nConnection: keep-alive\r\n\r\n", true},
      {"GET / HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n", false},
      {"GET / HTTP/1.1\r\nHost: x\r\nConnection: keep-alive , CLOSE\r\n\r\n", false},
      {"GET / HTTP/1.1\r\nHost: x\r\nConnection: keep-alive\r\nConnection: close\r\n\r\n", false},
      {"GET / HTTP/1.1\r\nHost: x\r\nContent-Length: 0\r\n\r\n", false},
      {"GET / HTTP/1.0\r\nHost: x\r\nConnection: keep-alive\r\n\r\n", false},
      {"POST / HTTP/1.1\r\nHost: x\r\n\r\n", true},
      {post(2), true},
  }));
  INFO(text);
  CHECK(std::get<Framed>(found(text)).stays == stays);
}

TEST_CASE("what is found does not depend on how the bytes were cut") {
  // Made of the pieces that requests are made of, so that some are whole.
  const std::vector<std::string> pieces{"GET / HTTP/1.1\r\n",
                                        "POST / HTTP/1.1\r\n",
                                        "Host: x\r\n",
                                        "\r\n",
                                        "Content-Length: 2\r\n",
                                        "Content-Length: 40\r\n",
                                        "{}",
                                        "\r",
                                        "\n",
                                        "a: b\r\n",
                                        "Transfer-Encoding: chunked\r\n",
                                        " ",
                                        "Connection: close\r\n"};
  CHECK(rc::check([&](const std::vector<unsigned char>& order, const std::vector<unsigned char>& cuts) {
    std::string text = order.size() % 2 == 0 ? pieces[order.size() % 4 / 2] + "Host: x\r\n" : "";
    for (const auto at : order) text += pieces[at % pieces.size()];
    const auto at_once = found(text);
    RequestFraming framing;
    std::size_t size = 0;
    RequestFraming::Found what = RequestFraming::Incomplete{};
    for (const auto cut : cuts) {
      size = std::min(text.size(), size + cut % 16);
      what = framing.look(text.substr(0, size));
      if (!incomplete(what)) break;
    }
    RC_ASSERT((incomplete(what) ? framing.look(text) : what) == at_once);
  }));
}
