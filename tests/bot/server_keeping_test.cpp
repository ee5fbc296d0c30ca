#include <catch2/catch.hpp>
#include <string>

#include "bot/running_server.hpp"
#include "fakes/raw_client.hpp"

using namespace tulay;
using namespace tulay::server;
using fakes::body_of;
using fakes::exchange;
using fakes::RawClient;
using fakes::status_of;

namespace {

std::string posted(const std::string& path, const std::string& body, const std::string& headers = "") {
  return "POST " + path + " HTTP/1.1\r\nHost: x\r\nContent-Type: application/json\r\n" + headers +
         "Content-Length: " + std::to_string(body.size()) + "\r\n\r\n" + body;
}

bool holds(const std::string& answer, const std::string& text) {
  return answer.find(text) != std::string::npos;
}

}  // namespace

TEST_CASE("a connection serves one request after the other") {
  RunningServer running;
  RawClient client(running.port());
  for (const std::string body : {"{}", "[]", "1"}) {
    client.send(posted("/echo", body));
    const auto answer = client.read_answer();
    CHECK(body_of(answer) == body + "|");
    CHECK_FALSE(holds(answer, "Connection: close"));
  }
  client.send("GET /none HTTP/1.1\r\nHost: x\r\n\r\n");
  CHECK(status_of(client.read_answer()) == 404);
  client.send("HEAD /echo HTTP/1.1\r\nHost: x\r\n\r\nGET /echo HTTP/1.1\r\nHost: x\r\n\r\n");
  client.end_sending();
  const auto both = client.read_all();
  CHECK(status_of(both) == 200);
  CHECK(body_of(both).starts_with("HTTP/1.1 200"));
}

TEST_CASE("requests sent at once are answered in their order, and a request in pieces once it is whole") {
  RunningServer running;
  RawClient client(running.port());
  client.send(posted("/echo", "1") + posted("/echo", "2") + posted("/echo", "3").substr(0, 20));
  CHECK(body_of(client.read_answer()) == "1|");
  CHECK(body_of(client.read_answer()) == "2|");
  client.send(posted("/echo", "3").substr(20));
  CHECK(body_of(client.read_answer()) == "3|");
}

TEST_CASE("bytes behind a request in doubt are never one: its answer ends the connection") {
  RunningServer running;
  const auto behind = posted("/purge", "");
  const auto first = GENERATE(
      std::string("GET /echo HTTP/1.1\r\nHost: x\r\nContent-Length: 0\r\n\r\n"),
      std::string("GET /echo HTTP/1.1\r\nHost: x\r\nContent-Length: 5000\r\n\r\n") + std::string(4900, 'a'),
      std::string("GET /echo HTTP/1.1\r\nHost: x\r\nConnection: keep-alive, Close\r\n\r\n"),
      std::string("GET /echo HTTP/1.0\r\nHost: x\r\nConnection: keep-alive\r\n\r\n"),
      std::string("POST /echo HTTP/1.1\r\nHost: x\r\nContent-Length: 2\r\nContent-Length: 2\r\n\r\n{}"),
      std::string("POST /echo HTTP/1.1\r\nHost: x\r\nContent-Length : 2\r\n\r\n{}"),
      std::string("POST /echo HTTP/1.1\r\nHost: x\r\nTransfer-Encoding: chunked\r\n\r\n0\r\n\r\n"));
  INFO(first.substr(0, 100));
  const auto answer = exchange(running.port(), first + behind);
  CHECK(holds(answer, "Connection: close\r\n"));
  CHECK(answer.find("HTTP/1.1", 1) == std::string::npos);
  CHECK(running.purged == 0);
}

TEST_CASE("a client that waits to be told to go on is told") {
  RunningServer running;
  RawClient client(running.port());
  const auto request = posted("/echo", "{}", "Expect: 100-continue\r\n");
  client.send(request.substr(0, request.size() - 2));
  CHECK(client.read_answer() == "HTTP/1.1 100 Continue\r\n\r\n");
  client.send("{}");
  CHECK(body_of(client.read_answer()) == "{}|");
  client.send(request);  // it did not wait
  CHECK(body_of(client.read_answer()) == "{}|");
}

TEST_CASE("a client that reads slowly gets its whole answer and holds no worker") {
  ServerSettings settings;
  settings.workers = 1;
  RunningServer running(settings);
  RawClient slow(running.port());
  slow.send("GET /large HTTP/1.1\r\nHost: x\r\n\r\n");
  CHECK(status_of(exchange(running.port(), "GET /echo HTTP/1.1\r\nHost: x\r\n\r\n")) == 200);
  CHECK(body_of(slow.read_answer()).size() == large_answer);
  slow.send("GET /echo HTTP/1.1\r\nHost: x\r\n\r\n");
  CHECK(status_of(slow.read_answer()) == 200);
}

TEST_CASE("for one connection too many those that have been idle longest are closed") {
  ServerSettings settings;
  settings.connections = 3;
  RunningServer running(settings);
  const auto echo = "GET /echo HTTP/1.1\r\nHost: x\r\n\r\n";
  const RawClient runs(running.port());
  runs.send("GET /slow HTTP/1.1\r\nHost: x\r\n\r\n");
  running.slow.wait_for(1);
  RawClient rests(running.port());
  rests.send(echo);
  CHECK(status_of(rests.read_answer()) == 200);
  const RawClient silent(running.port());
  CHECK(status_of(exchange(running.port(), echo)) == 200);
  CHECK(rests.read_all().empty());
  const RawClient another(running.port());
  CHECK(status_of(exchange(running.port(), echo)) == 200);
  CHECK(silent.read_all().empty());
  running.slow.open();
  runs.end_sending();
  CHECK(status_of(runs.read_all()) == 200);
}
