// Each row of the table in security.md, section 2, sent raw: to the program alone, and through nginx.
#include <zlib.h>

#include <catch2/catch.hpp>
#include <string>
#include <vector>

#include "hostile/under_attack.hpp"

using namespace tulay;
using namespace tulay::hostile;
using fakes::RawClient;
using fakes::status_of;

namespace {

constexpr std::size_t mebibyte = 1024 * 1024;

struct Attack {
  std::string what;
  std::string start;         // sent once
  std::string flood;         // then this, until the other side answers …
  std::size_t times = 0;     // … or so often
  std::vector<int> alone;    // statuses that are right
  std::vector<int> proxied;  // the same behind nginx
};

std::string head(const std::string& line, const std::string& headers = "") {
  return line + " HTTP/1.1\r\nHost: x\r\nContent-Type: application/json\r\n" + headers + "\r\n";
}

std::string post(const std::string& headers, const std::string& body) {
  return head("POST /v1/chat", headers + "Content-Length: " + std::to_string(body.size()) + "\r\n") + body;
}

/// 15 KiB that unpack to 15 MiB.
std::string bomb() {
  const std::string plain(15 * mebibyte, 'a');
  std::string packed(64 * 1024, '\0');
  z_stream stream{};
  deflateInit2(&stream, 9, Z_DEFLATED, 15 + 16, 9, Z_DEFAULT_STRATEGY);
  stream.next_in = reinterpret_cast<Bytef*>(const_cast<char*>(plain.data()));
  stream.avail_in = static_cast<uInt>(plain.size());
  stream.next_out = reinterpret_cast<Bytef*>(packed.data());
  stream.avail_out = static_cast<uInt>(packed.size());
  deflate(&stream, Z_FINISH);
  packed.resize(stream.total_out);
  deflateEnd(&stream);
  return packed;
}

std::string ranges() {
  std::string text = "Range: bytes=0-1";
  while (text.size() < 7500) text += ",0-1";
  return text + "\r\n";
}

std::vector<Attack> attacks() {
  const std::string chunk = "1000\r\n" + std::string(4096, 'a') + "\r\n";
  const std::string hello = R"({"message":"hello"})";
  const std::string multipart = "Content-Type: multipart/form-data; boundary=b\r\n";
  return {
      {"64 MiB in chunks",
       head("POST /v1/chat", "Transfer-Encoding: chunked\r\n"),
       chunk,
       64 * mebibyte / 4096,
       {411},
       {413}},
      {"64 MiB without a length",
       head("POST /v1/chat"),
       std::string(4096, 'a'),
       64 * mebibyte / 4096,
       {400},
       {400}},
      {"64 MiB with their length",
       head("POST /v1/chat", "Content-Length: 67108864\r\n"),
       std::string(4096, 'a'),
       64 * mebibyte / 4096,
       {413},
       {413}},
      {"15 KiB that unpack to 15 MiB", post("Content-Encoding: gzip\r\n", bomb()), "", 0, {415}, {400}},
      {"200,000 headers",
       "GET /healthz HTTP/1.1\r\nHost: x\r\n",
       "X-A: 1\r\nX-B: 2\r\n",
       100000,
       {431},
       {400, 431}},
      {"a header line of 64 MiB",
       "GET /healthz HTTP/1.1\r\nHost: x\r\nX: ",
       std::string(4096, 'a'),
       64 * mebibyte / 4096,
       {431},
       {400, 431}},
      {"a request line of 64 MiB", "GET /", std::string(4096, 'a'), 64 * mebibyte / 4096, {431}, {414}},
      {"a forged REMOTE_ADDR", head("GET /healthz", "REMOTE_ADDR: 6.6.6.6\r\n"), "", 0, {400}, {200}},
      {"a forged X-Forwarded-For",
       head("GET /healthz", "X-Forwarded-For: ,,[::,\"\r\n"),
       "",
       0,
       {200},
       {200}},
      {"line ends in the path", head("GET /%0d%0aX-Evil:%201"), "", 0, {404}, {404}},
      {"a multipart name of 4,000 characters",
       post(multipart + "X: " + std::string(3000, 'a') + "\r\n",
            "--b\r\nContent-Disposition: form-data; name=\"" + std::string(4000, 'a') +
                "\"\r\n\r\n1\r\n--b--\r\n"),
       "",
       0,
       {400, 415},
       {400, 415}},
      {"a multipart name of 8,000 characters",
       post("", "--b\r\nContent-Disposition: form-data; name=\"" + std::string(8000, 'a') +
                    "\"\r\n\r\n1\r\n--b--\r\n"),
       "",
       0,
       {400, 415},
       {400, 415}},
      {"a chunk of -2 bytes",
       head("POST /v1/chat", "Transfer-Encoding: chunked\r\n") + "-2\r\naa\r\n0\r\n\r\n",
       "",
       0,
       {411},
       {400}},
      {"2,000 ranges", head("GET /healthz", ranges()), "", 0, {400}, {200}},
      {"a body that is cut off",
       head("POST /v1/chat", "Content-Length: 500\r\n") + hello,
       "",
       0,
       {400},
       {0, 400}},
      {"JSON 8,000 deep", post("", std::string(8000, '[') + std::string(8000, ']')), "", 0, {400}, {400}},
      {"TLS to a plain port",
       std::string("\x16\x03\x01\x02\x00\x01\x00\x01\xfc\x03\x03", 11) + std::string(500, '\x01'),
       "",
       0,
       {400},
       {400}},
  };
}

}  // namespace

TEST_CASE("what is hostile is refused, costs no memory, and everybody else is served") {
  const auto way = GENERATE(Way::alone, Way::behind_nginx, Way::behind_keeping_nginx);
  const UnderAttack target(way);
  for (const auto& attack : attacks()) {
    INFO(attack.what << (way == Way::alone ? ", alone" : ", behind nginx"));
    const RawClient client(target.port());
    client.send(attack.start);
    client.flood(attack.flood, attack.times);
    if (attack.flood.empty() && attack.start.find("Content-Length: 500") != std::string::npos)
      client.end_sending();
    const auto answer = client.read_all(attack.times > 0 ? 2000 : 500);
    const auto& right = way == Way::alone ? attack.alone : attack.proxied;
    CAPTURE(answer.substr(0, 300));
    CHECK(std::find(right.begin(), right.end(), status_of(answer)) != right.end());
    CHECK(answer.size() < 2000);
    CHECK(answer.find("EXCEPTION_WHAT") == std::string::npos);
    CHECK(answer.find("X-Evil") == std::string::npos);
    CHECK(target.health() < 100);
    CHECK(target.grown() < most_growth);
  }
}
