#include <catch2/catch.hpp>
#include <string>

#include "bot/running_server.hpp"
#include "fakes/raw_client.hpp"

using namespace tulay;
using namespace tulay::server;
using fakes::exchange;
using fakes::RawClient;
using fakes::status_of;

namespace {

bool has_line(const std::string& answer, const std::string& header) {
  return answer.find(header + "\r\n") != std::string::npos;
}

}  // namespace

TEST_CASE("a client that drips its request is cut off when its time is up") {
  ServerSettings settings;
  settings.patience = std::chrono::milliseconds(300);
  RunningServer running(settings);
  const RawClient idle(running.port());
  const RawClient half(running.port());
  half.send("GET /echo HTTP/1.1\r\nHost: x\r\n");
  CHECK(idle.read_all().empty());
  CHECK(status_of(half.read_all()) == 408);
}

TEST_CASE("a request for which there is no room is told to come back") {
  ServerSettings settings;
  settings.workers = 1;
  settings.waiting = 1;
  RunningServer running(settings);
  RawClient first(running.port());
  first.send("GET /slow HTTP/1.1\r\nHost: x\r\n\r\n");
  running.slow.wait_for(1);
  RawClient second(running.port());
  second.send("GET /echo HTTP/1.1\r\nHost: x\r\n\r\n");
  RawClient third(running.port());
  third.send("GET /echo HTTP/1.1\r\nHost: x\r\n\r\n");
  const auto refused = third.read_answer();
  CHECK(status_of(refused) == 503);
  CHECK(has_line(refused, "Retry-After: 1"));
  running.slow.open();
  CHECK(status_of(first.read_answer()) == 200);
  CHECK(status_of(second.read_answer()) == 200);
  third.send("GET /echo HTTP/1.1\r\nHost: x\r\n\r\n");
  CHECK(status_of(third.read_answer()) == 200);
}

TEST_CASE("while a request waits too long for a worker, new ones are told to come back at once") {
  ServerSettings settings;
  settings.workers = 1;
  settings.longest_wait = std::chrono::milliseconds(0);
  RunningServer running(settings);
  RawClient first(running.port());
  first.send("GET /slow HTTP/1.1\r\nHost: x\r\n\r\n");
  running.slow.wait_for(1);
  RawClient second(running.port());
  second.send("GET /echo HTTP/1.1\r\nHost: x\r\n\r\n");
  CHECK(status_of(exchange(running.port(), "GET /echo HTTP/1.1\r\nHost: x\r\n\r\n")) == 503);
  running.slow.open();
  CHECK(status_of(second.read_answer()) == 200);
  CHECK(status_of(exchange(running.port(), "GET /echo HTTP/1.1\r\nHost: x\r\n\r\n")) == 200);
}

TEST_CASE("a drain finishes what runs and refuses what is new") {
  RunningServer running;
  RawClient runs(running.port());
  runs.send("GET /slow HTTP/1.1\r\nHost: x\r\n\r\n");
  running.slow.wait_for(1);
  std::jthread drain([&] { running.server().drain(); });
  auto refused = exchange(running.port(), "GET /echo HTTP/1.1\r\nHost: x\r\n\r\n");
  while (status_of(refused) == 200)
    refused = exchange(running.port(), "GET /echo HTTP/1.1\r\nHost: x\r\n\r\n");
  CHECK(status_of(refused) == 503);
  CHECK(has_line(refused, "Retry-After: 1"));
  running.slow.open();
  const auto last = runs.read_all();
  CHECK(status_of(last) == 200);
  CHECK(has_line(last, "Connection: close"));
  drain.join();
  running.join();
  CHECK_FALSE(RawClient(running.port()).connected());
}

TEST_CASE("a drain before the first request ends the run") {
  RunningServer running;
  running.server().drain();
  running.join();
}

TEST_CASE("a port that is taken is named") {
  RunningServer running;
  ServerSettings settings;
  settings.port = running.port();
  fakes::CountingEntropy entropy;
  const auto second = Server::bind(settings, {}, entropy, {});
  REQUIRE_FALSE(second.has_value());
  CHECK(second.error() ==
        "cannot listen on 127.0.0.1:" + std::to_string(running.port()) + ": Address already in use");
}
