// A thousand connections that do as little as they can, and one client who only wants an answer.
#include <sys/resource.h>

#include <algorithm>
#include <catch2/catch.hpp>
#include <chrono>
#include <functional>
#include <memory>
#include <string>
#include <utility>
#include <vector>

#include "hostile/under_attack.hpp"

using namespace tulay;
using namespace tulay::hostile;
using fakes::RawClient;
using fakes::status_of;

namespace {

constexpr std::size_t crowd_size = 1000;
const std::string healthz = "GET /healthz HTTP/1.1\r\nHost: x\r\n\r\n";
const std::string question =
    "POST /v1/chat HTTP/1.1\r\nHost: x\r\nContent-Type: application/json\r\nContent-Length: 29\r\n\r\n"
    R"({"message":"what is parole?"})";

using Crowd = std::vector<std::unique_ptr<RawClient>>;

/// What each of the crowd does, `round` times over.
struct Manner {
  std::string name;
  std::function<void(RawClient&, std::size_t round)> act;
};

std::vector<Manner> manners() {
  const std::string head = question.substr(0, 100);
  return {
      {"silent", [](RawClient&, std::size_t) {}},
      {"half-open",
       [=](RawClient& client, std::size_t round) {
         if (round == 0) client.send(head);
       }},
      {"dripping",
       [](RawClient& client, std::size_t round) { client.send(question.substr(round % 100, 1)); }},
      {"kept alive",
       [](RawClient& client, std::size_t round) {
         if (round > 0) return;
         client.send(healthz);
         CHECK(status_of(client.read_answer()) == 200);
       }},
      {"asking now and then",
       [](RawClient& client, std::size_t round) {
         if (round % 10 != 0) return;
         client.send(healthz);
         CHECK(status_of(client.read_answer()) == 200);
       }},
  };
}

Crowd gathered(int port) {
  Crowd crowd;
  for (std::size_t i = 0; i < crowd_size; ++i) crowd.push_back(std::make_unique<RawClient>(port));
  return crowd;
}

/// Milliseconds that one question takes; a very long time when it is not answered.
double answered_in(RawClient& client) {
  const auto begin = std::chrono::steady_clock::now();
  client.send(question);
  if (status_of(client.read_answer()) != 200) return 1e9;
  return std::chrono::duration<double, std::milli>(std::chrono::steady_clock::now() - begin).count();
}

/// Milliseconds. The median says whether the crowd is felt; a single slow answer may be another program's
/// doing, but none may have waited for a silent client's time to run out.
struct Times {
  double median = 0;
  double slowest = 0;
};

Times summed(std::vector<double> times) {
  std::sort(times.begin(), times.end());
  return {times[times.size() / 2], times.back()};
}

void allow_many_connections() {
  rlimit limit{};
  ::getrlimit(RLIMIT_NOFILE, &limit);
  limit.rlim_cur = std::min<rlim_t>(limit.rlim_max, 8192);
  ::setrlimit(RLIMIT_NOFILE, &limit);
}

}  // namespace

TEST_CASE("a thousand slow, silent or idle connections are no burden to one who asks") {
  allow_many_connections();
  const auto way = GENERATE(Way::alone, Way::behind_nginx);
  const UnderAttack target(way);
  const auto ask = [&](std::size_t rounds, const std::function<void(std::size_t)>& meanwhile) {
    std::vector<double> times;
    RawClient client(target.port());
    for (std::size_t round = 0; round < rounds; ++round) {
      meanwhile(round);
      times.push_back(answered_in(client));
    }
    return summed(std::move(times));
  };
  // What the machine manages with nobody else there is the measure.
  const auto undisturbed = ask(200, [](std::size_t) {});
  for (const auto& manner : manners()) {
    INFO(manner.name << (way == Way::alone ? ", alone" : ", behind nginx"));
    const auto crowd = gathered(target.port());
    const auto disturbed = ask(200, [&](std::size_t round) {
      for (const auto& client : crowd) manner.act(*client, round);
    });
    CAPTURE(undisturbed.median, undisturbed.slowest, target.grown());
    CHECK(disturbed.median < std::max(10.0, 5 * undisturbed.median));
    CHECK(disturbed.slowest < 2000);
    CHECK(target.health() < 100);
    CHECK(target.grown() < most_growth);
  }
}
