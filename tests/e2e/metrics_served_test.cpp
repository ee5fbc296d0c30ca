#include <catch2/catch.hpp>
#include <set>
#include <string>

#include "e2e/visitor.hpp"
#include "fakes/temporary_folder.hpp"

using namespace tulay;
using e2e::Program;
using e2e::Visitor;

namespace {

/// The metrics that a file speaks of, a histogram by its own name.
std::set<std::string> metrics_named_in(const std::string& text) {
  constexpr std::string_view bucket = "_bucket";
  std::set<std::string> names;
  for (auto at = text.find("tulay_"); at != std::string::npos; at = text.find("tulay_", at + 1)) {
    auto name = text.substr(at, text.find_first_not_of("abcdefghijklmnopqrstuvwxyz_", at) - at);
    if (name.ends_with(bucket)) name.resize(name.size() - bucket.size());
    names.insert(name);
  }
  return names;
}

}  // namespace

TEST_CASE("monitoring reads every metric that the alerts and the dashboard name, and no word of a client") {
  const fakes::TemporaryFolder folder;
  Program program({"serve", "--demo", "--listen.port", "0", "--data.dir", TULAY_E2E_DATA}, folder.path());
  Visitor visitor(program);
  visitor.say({{"message", "I am Zyxwanda Canary, how much is the fee?"}});
  const auto metrics = visitor.get("/metrics");
  REQUIRE(metrics);
  CHECK(metrics->status == 200);
  CHECK(metrics->body.find("tulay_replies_total{channel=\"web\",language=\"en\",outcome=\"answered\"} 1\n") !=
        std::string::npos);
  CHECK(metrics->body.find("Canary") == std::string::npos);
  CHECK(metrics->body.find(visitor.conversation) == std::string::npos);
  const std::string deploy = std::string(TULAY_SOURCE_DIR) + "/deploy/";
  const auto names =
      metrics_named_in(fakes::content_of(deploy + "alerts.yml") + fakes::content_of(deploy + "grafana.json"));
  CHECK(names.size() > 10);
  for (const auto& name : names) {
    INFO(name);
    CHECK(metrics->body.find("# TYPE " + name + " ") != std::string::npos);
  }
}
