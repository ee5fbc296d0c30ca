#include "adapters/web/handoff_api.hpp"

#include <nlohmann/json.hpp>

#include "adapters/web/feedback_api.hpp"
#include "bot/chat.hpp"

using namespace tulay;
using nlohmann::json;

namespace {

struct Served {
  Chat chat;
  bot::RequestDesk desk{chat.snapshots, chat.store, chat.entropy, chat.firm};
  std::vector<std::string> failures;
  web::FailureLog log = [this](auto /*request*/, auto what) { failures.emplace_back(what); };
  server::Route handoff = web::handoff_route(desk, chat.clock, log);
  server::Route feedback = web::feedback_route(desk, chat.clock, log);

  server::Response post(const server::Route& route, const std::string& body,
                        const std::string& client_block = "") const {
    server::Request request;
    request.client_block = client_block;
    request.id = "r-1";
    request.method = "POST";
    request.body = body;
    return route.handler(request);
  }
};

}  // namespace

TEST_CASE("a request for a person is 201 with its ticket, and stored") {
  Served served;
  CHECK(served.handoff.method == "POST");
  CHECK(served.handoff.path == "/v1/handoff");
  CHECK(served.handoff.cross_origin);
  const auto response = served.post(
      served.handoff,
      R"({"name":" Ana ","reach_by":"ana@example.com","when":"mornings","message":"¿me llaman?","language":"es"})");
  REQUIRE(response.status == 201);
  const auto body = json::parse(response.body);
  const auto handoffs = served.chat.store.records().handoffs;
  REQUIRE(handoffs.size() == 1);
  CHECK(body["ticket"] == handoffs[0].ticket);
  CHECK(body["language"] == "es");
  CHECK(body["level"] == "normal");
  CHECK(handoffs[0].name == "Ana");
  CHECK(handoffs[0].when == "mornings");
  CHECK(handoffs[0].message == "¿me llaman?");
}

TEST_CASE("staff get twenty requests an hour from one block of addresses, and those of others") {
  Served served;
  const std::string body = R"({"name":"Ana","reach_by":"ana@example.com"})";
  const std::string block = "203.0.113.0/24";
  for (int i = 0; i < 20; ++i) CHECK(served.post(served.handoff, body, block).status == 201);
  const auto refused = served.post(served.handoff, body, block);
  CHECK(refused.status == 429);
  CHECK(served.chat.store.records().handoffs.size() == 20);
  CHECK(served.post(served.handoff, body, "198.51.100.0/24").status == 201);
  CHECK(served.post(served.handoff, body).status == 201);
  served.chat.clock.pass(std::chrono::hours(1));
  CHECK(served.post(served.handoff, body, block).status == 201);
}

TEST_CASE("a request for a person that is wrong says which field, and is not stored") {
  Served served;
  const auto [body, detail] = GENERATE(table<std::string, std::string>({
      {"[]", "the body is not a JSON object"},
      {R"({"name":"Ana"})", "reach_by is missing"},
      {R"({"reach_by":"x"})", "name is missing"},
      {R"({"name":"Ana","reach_by":"  "})", "reach_by is missing"},
      {R"({"name":1,"reach_by":"x"})", "name must be a string"},
      {R"({"name":"A","reach_by":"x","when":[]})", "when must be a string"},
      {R"({"name":"A","reach_by":"x","conversation":7})", "conversation must be a string"},
      {R"({"name":"A","reach_by":"x","language":"fr"})", "language must be en, es or tl"},
      {R"({"name":")" + std::string(501, 'a') + R"(","reach_by":"x"})", "name is longer than 500 characters"},
      {R"({"name":"A","reach_by":"x","message":")" + std::string(2001, 'a') + "\"}",
       "message is longer than 2000 characters"},
  }));
  const auto response = served.post(served.handoff, body);
  CHECK(response.status == 400);
  CHECK(json::parse(response.body)["detail"] == detail);
  CHECK(served.chat.store.records().handoffs.empty());
}

TEST_CASE("a request that cannot be stored is 503, tells the phone is the way, and is logged") {
  Served served;
  served.chat.store.break_down();
  const auto response = served.post(served.handoff, R"({"name":"Ana","reach_by":"x"})");
  CHECK(response.status == 503);
  CHECK(json::parse(response.body)["detail"] == "the request could not be stored; please call the office");
  CHECK(served.failures == std::vector<std::string>{"broken on purpose"});
}

TEST_CASE("a thumb is 204, on a turn that is not there 404, and a wrong one 400") {
  Served served;
  served.chat.say("how much is the fee");
  const json thumb{{"conversation", *served.chat.token}, {"turn", 1}, {"helpful", false}, {"comment", "no"}};
  const auto with = [&](const char* key, const json& value) {
    auto changed = thumb;
    changed[key] = value;
    return served.post(served.feedback, changed.dump()).status;
  };
  CHECK(served.post(served.feedback, thumb.dump()).status == 204);
  CHECK(served.chat.store.records().missed.size() == 1);
  CHECK(with("turn", 2) == 404);
  CHECK(with("conversation", "another") == 404);
  for (const auto& wrong : {json(nullptr), json("1"), json(-1), json(1.5), json(5'000'000'000)})
    CHECK(with("turn", wrong) == 400);
  CHECK(with("helpful", "yes") == 400);
  CHECK(with("helpful", nullptr) == 400);
  CHECK(with("conversation", "") == 400);
  CHECK(with("comment", std::string(2001, 'a')) == 400);
}
