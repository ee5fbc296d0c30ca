#include <catch2/catch.hpp>
#include <string>
#include <tuple>

#include "bot/running_server.hpp"
#include "fakes/raw_client.hpp"

using namespace tulay;
using namespace tulay::server;
using fakes::body_of;
using fakes::exchange;
using fakes::status_of;

namespace {

const std::string json_post = "POST /echo HTTP/1.1\r\nHost: x\r\nContent-Type: application/json\r\n";

std::string post(const std::string& body, const std::string& headers = "") {
  return json_post + headers + "Content-Length: " + std::to_string(body.size()) + "\r\n\r\n" + body;
}

const std::string chunked = json_post + "Transfer-Encoding: chunked\r\n\r\n2\r\n{}\r\n0\r\n\r\n";

bool has(const std::string& answer, const std::string& header) {
  return answer.find(header + "\r\n") != std::string::npos;
}

}  // namespace

TEST_CASE("a request within the limits is answered") {
  RunningServer running;
  const std::string full(16 * 1024, 'a');
  CHECK(body_of(exchange(running.port(), post("{}", "Authorization: Bearer t\r\n"))) == "{}|Bearer t");
  CHECK(body_of(exchange(running.port(), post(full))) == full + "|");
  CHECK(body_of(exchange(running.port(), json_post + "\r\n")) == "|");
  CHECK(body_of(exchange(running.port(), "GET /echo HTTP/1.0\r\n\r\n")) == "|");
}

TEST_CASE("what is doubtful or too much is refused with problem+json") {
  RunningServer running;
  const std::string large(16 * 1024 + 1, 'a');
  std::string ranges = "0-1";
  while (ranges.size() < 8000) ranges += ",0-1";
  std::string many = "GET /echo HTTP/1.1\r\nHost: x\r\n";
  for (int i = 0; i < 64; ++i) many += "X-" + std::to_string(i) + ": 1\r\n";
  const auto [request, status, detail] = GENERATE_COPY(table<std::string, int, std::string>({
      {"GET /none HTTP/1.1\r\nHost: x\r\n\r\n", 404, "there is nothing at this path"},
      {"PUT /echo HTTP/1.1\r\nHost: x\r\n\r\n", 405, "this path does not take that method"},
      {"GET /echo HTTP/1.1\r\nHost: x\r\nContent-Length: 4\r\n\r\nPOST", 400, "this method takes no body"},
      {"HEAD /none HTTP/1.1\r\nHost: x\r\n\r\n", 404, ""},
      {"DELETE /echo HTTP/1.1\r\nHost: x\r\nContent-Length: 1\r\n\r\na", 400, "this method takes no body"},
      {"OPTIONS /echo HTTP/1.1\r\nHost: x\r\nTransfer-Encoding: chunked\r\n\r\n0\r\n\r\n", 400,
       "this method takes no body"},
      {json_post + "Content-Length: 2\r\nContent-Length: 2\r\n\r\n{}", 400, "more than one Content-Length"},
      {json_post + "Content-Length: 2\r\nTransfer-Encoding: chunked\r\n\r\n0\r\n\r\n", 400,
       "both Content-Length and Transfer-Encoding"},
      {chunked, 411, "a body needs its Content-Length, not a Transfer-Encoding"},
      {json_post + "Content-Length: +2\r\n\r\n{}", 400, "Content-Length is not a number"},
      {json_post + "Content-Length: 0x2\r\n\r\n{}", 400, "Content-Length is not a number"},
      {json_post + "Content-Length: -2\r\n\r\n{}", 400, "Content-Length is not a number"},
      {json_post + "Content-Length: 99999999999999999999999\r\n\r\n{}", 413,
       "the body is larger than 16 KiB"},
      {post(large), 413, "the body is larger than 16 KiB"},
      {json_post + "Content-Encoding: gzip\r\nContent-Length: 2\r\n\r\n{}", 415,
       "Content-Encoding is not supported"},
      {"POST /echo HTTP/1.1\r\nHost: x\r\nContent-Type: text/plain\r\nContent-Length: 2\r\n\r\n{}", 415,
       "the body must be application/json"},
      {"POST /echo HTTP/1.1\r\nHost: x\r\nContent-Type: application/json; charset=latin1\r\nContent-Length: "
       "2\r\n\r\n{}",
       415, "the body must be application/json"},
      {"POST /echo HTTP/1.1\r\nHost: x\r\nContent-Length: 2\r\n\r\n{}", 415,
       "the body must be application/json"},
      {"POST /echo HTTP/1.1\r\nHost: x\r\nContent-Type: multipart/form-data; boundary=b\r\nContent-Length: "
       "2\r\n\r\n{}",
       415, "multipart is not supported"},
      {"GET /echo HTTP/1.1\r\nHost: x\r\nRange: bytes=0-1\r\n\r\n", 400, "Range is not supported"},
      {"GET /echo HTTP/1.1\r\nHost: x\r\nRange: bytes=" + ranges + "\r\n\r\n", 400, "Range is not supported"},
      {"GET /echo HTTP/1.1\r\nHost: x\r\nRange: bytes=" + ranges + "x\r\n\r\n", 400,
       "Range is not supported"},
      {"GET /echo HTTP/1.1\r\n\r\n", 400, "exactly one Host is needed"},
      {"GET /echo HTTP/1.1\r\nHost: a\r\nHost: b\r\n\r\n", 400, "exactly one Host is needed"},
      {many + "\r\n", 431, "more than 64 headers"},
      {"GET /echo\r\n\r\n", 400, "the request is not well-formed HTTP within the limits"},
      {"GET /echo HTTP/1.1\r\nHost: x\r\nX: " + std::string(20000, 'a') + "\r\n\r\n", 431,
       "the head is larger than 8 KiB"},
      {"GET /echo HTTP/1.1\r\nHost: x\r\nREMOTE_ADDR: 6.6.6.6\r\n\r\n", 400,
       "the request is not well-formed HTTP within the limits"},
      {json_post + "Expect: the worst\r\n\r\n", 417, "this expectation is not met"},
      {"GET /echo HTTP/1.1\r\nHost: x\r\n", 400, "the request did not arrive whole"},
  }));
  INFO(request.substr(0, 160));
  const auto answer = exchange(running.port(), request);
  CHECK(status_of(answer) == status);
  CHECK(has(answer, "Content-Type: application/problem+json"));
  CHECK(has(answer, "X-Content-Type-Options: nosniff"));
  CHECK(answer.find("X-Request-Id: token-") != std::string::npos);
  if (!detail.empty()) CHECK(answer.find("\"detail\":\"" + detail + "\"") != std::string::npos);
}

TEST_CASE("a problem names type, title, status, detail and the request") {
  RunningServer running;
  CHECK(
      body_of(exchange(running.port(), "GET /none HTTP/1.1\r\nHost: x\r\nX-Request-Id: forged\r\n\r\n")) ==
      R"({"type":"about:blank","title":"Not Found","status":404,"detail":"there is nothing at this path","instance":"token-1"})");
}

TEST_CASE("a wrong method is told the right ones") {
  RunningServer running;
  CHECK(has(exchange(running.port(), "PATCH /echo HTTP/1.1\r\nHost: x\r\n\r\n"),
            "Allow: DELETE, GET, HEAD, OPTIONS, POST"));
  CHECK(has(exchange(running.port(), "GET /purge HTTP/1.1\r\nHost: x\r\n\r\n"), "Allow: OPTIONS, POST"));
}

TEST_CASE("what a handler throws reaches the log and no client") {
  RunningServer running;
  const auto answer = exchange(running.port(), "GET /fail HTTP/1.1\r\nHost: x\r\n\r\n");
  CHECK(status_of(answer) == 500);
  CHECK(answer.find("secret") == std::string::npos);
  CHECK(answer.find("EXCEPTION_WHAT") == std::string::npos);
  CHECK(answer.find("something went wrong here") != std::string::npos);
  CHECK(running.failures == std::vector<std::string>{"no such table: secret"});
}

TEST_CASE("a request is noted with its route, status and a coarse address, whatever it claims to be") {
  RunningServer running;
  exchange(
      running.port(),
      "GET /echo?q=secret HTTP/1.1\r\nHost: x\r\nREMOTE-ADDR: 6.6.6.6\r\nX-Forwarded-For: 6.6.6.6\r\n\r\n");
  exchange(running.port(), "GET /someone@example.com HTTP/1.1\r\nHost: x\r\n\r\n");
  const auto notes = running.notes(2);
  CHECK(std::tie(notes[0].request_id, notes[0].method, notes[0].path, notes[0].status, notes[0].address) ==
        std::tuple("token-1", "GET", "/echo", 200, "127.0.0.0/24"));
  CHECK(std::tie(notes[1].path, notes[1].status) == std::tuple("-", 404));
}

TEST_CASE("only listed origins may call") {
  ServerSettings settings;
  settings.cross_origin.allowed = {"https://www.example.com"};
  RunningServer running(settings);
  const auto ask = [&](const std::string& line, const std::string& origin) {
    return exchange(
        running.port(),
        line + " HTTP/1.1\r\nHost: bot\r\nContent-Type: application/json\r\nContent-Length: 0\r\nOrigin: " +
            origin + "\r\n\r\n");
  };
  const auto listed = ask("POST /echo", "https://www.example.com");
  CHECK(status_of(listed) == 200);
  CHECK(has(listed, "Access-Control-Allow-Origin: https://www.example.com"));
  CHECK(has(listed, "Vary: Origin"));
  for (const std::string origin :
       {"https://evil.example", "https://www.example.com.evil.example", "null", "http://bot"}) {
    CHECK(status_of(ask("POST /echo", origin)) == 403);
    CHECK(status_of(ask("DELETE /echo", origin)) == 403);
    CHECK(status_of(ask("OPTIONS /echo", origin)) == 403);
    CHECK(ask("GET /echo", origin).find("Access-Control-Allow-Origin") == std::string::npos);
  }
  const auto preflight = ask("OPTIONS /echo", "https://www.example.com");
  CHECK(status_of(preflight) == 204);
  CHECK(has(preflight, "Access-Control-Allow-Methods: DELETE, GET, HEAD, OPTIONS, POST"));
  CHECK(has(preflight, "Access-Control-Allow-Headers: Authorization, Content-Type"));
  CHECK(has(preflight, "Access-Control-Max-Age: 600"));
  CHECK(preflight.find("Allow-Credentials") == std::string::npos);
  CHECK(status_of(ask("OPTIONS /slow", "https://www.example.com")) == 403);
}

TEST_CASE("with made-up data the server's own page may call") {
  ServerSettings settings;
  settings.cross_origin.own = true;
  RunningServer running(settings);
  const auto ask = [&](const std::string& origin) {
    return status_of(exchange(running.port(), post("{}", "Origin: " + origin + "\r\n")));
  };
  CHECK(ask("http://x") == 200);
  CHECK(ask("http://y") == 403);
}
