#include "bot/server/metrics.hpp"

#include <catch2/catch.hpp>
#include <chrono>
#include <string>

using namespace tulay;
using namespace std::chrono_literals;

namespace {

bool shows(const std::string& text, const std::string& line) {
  return ("\n" + text).find("\n" + line + "\n") != std::string::npos;
}

server::AccessEntry request_of(const std::string& path, int status, std::chrono::microseconds took) {
  server::AccessEntry entry;
  entry.path = path;
  entry.status = status;
  entry.took = took;
  entry.address = "203.0.113.0/24";
  entry.request_id = "R1";
  return entry;
}

}  // namespace

TEST_CASE("requests are counted by path and status, and their time by path") {
  server::Metrics metrics;
  metrics.request(request_of("/v1/chat", 200, 300us));
  metrics.request(request_of("/v1/chat", 200, 7ms));
  metrics.request(request_of("-", 404, 1us));
  const auto text = metrics.text();
  CHECK(shows(text, R"(tulay_requests_total{path="/v1/chat",status="200"} 2)"));
  CHECK(shows(text, R"(tulay_requests_total{path="-",status="404"} 1)"));
  CHECK(shows(text, R"(tulay_request_seconds_bucket{path="/v1/chat",le="0.0005"} 1)"));
  CHECK(shows(text, R"(tulay_request_seconds_bucket{path="/v1/chat",le="0.01"} 2)"));
  CHECK(shows(text, R"(tulay_request_seconds_count{path="/v1/chat"} 2)"));
  CHECK(text.find("203.0.113") == std::string::npos);
  CHECK(text.find("R1") == std::string::npos);
}

TEST_CASE("replies are counted by outcome, language and channel, a turn's stages timed, a retry only once") {
  server::Metrics metrics;
  bot::Trace trace;
  trace.outcomes = {bot::Outcome::answered, bot::Outcome::own_case};
  trace.language = knowledge::Language::tl;
  trace.channel = bot::Channel::sms;
  trace.times.store = 4ms;
  metrics.turn(trace);
  trace.repeated = true;
  metrics.turn(trace);
  const auto text = metrics.text();
  CHECK(shows(text, R"(tulay_replies_total{channel="sms",language="tl",outcome="answered"} 1)"));
  CHECK(shows(text, R"(tulay_replies_total{channel="sms",language="tl",outcome="case"} 1)"));
  CHECK(shows(text, "tulay_turns_repeated_total 1"));
  CHECK(shows(text, R"(tulay_turn_stage_seconds_count{stage="store"} 1)"));
  CHECK(shows(text, R"(tulay_turn_stage_seconds_bucket{stage="store",le="0.0025"} 0)"));
  CHECK(shows(text, R"(tulay_turn_stage_seconds_bucket{stage="store",le="0.005"} 1)"));
}

TEST_CASE("the version of the knowledge is the one that is served now") {
  server::Metrics metrics;
  metrics.serving("aa11");
  metrics.serving("bb22");
  metrics.serving("bb22");
  metrics.not_reloaded();
  const auto text = metrics.text();
  CHECK(shows(text, R"(tulay_knowledge_info{version="bb22"} 1)"));
  CHECK(text.find("aa11") == std::string::npos);
  CHECK(shows(text, "tulay_reloads_refused_total 1"));
}

TEST_CASE("what is looked at is read anew each time, and not known is not a number") {
  server::Metrics metrics;
  int looked = 0;
  metrics.watch({{"tulay_first", "One."}, {"tulay_second", "Two."}},
                [&]() -> std::optional<std::vector<double>> {
                  if (++looked == 2) return std::nullopt;
                  return std::vector<double>{static_cast<double>(looked), 20};
                });
  const auto first = metrics.text();
  CHECK(shows(first, "tulay_first 1"));
  CHECK(shows(first, "tulay_second 20"));
  CHECK(shows(metrics.text(), "tulay_first Nan"));
  CHECK(shows(metrics.text(), "tulay_first 3"));
}

TEST_CASE("metrics are for this machine: to others the path is not there") {
  server::Metrics metrics;
  const auto route = server::metrics_route(metrics);
  server::Request request;
  CHECK(route.handler(request).status == 200);
  CHECK(route.handler(request).content_type == "text/plain; version=0.0.4; charset=utf-8");
  request.client_block = "203.0.113.0/24";
  const auto refused = route.handler(request);
  CHECK(refused.status == 404);
  CHECK(refused.body.find("tulay_") == std::string::npos);
}
