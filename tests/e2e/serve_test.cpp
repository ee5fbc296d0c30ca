#include <catch2/catch.hpp>
#include <nlohmann/json.hpp>
#include <string>
#include <tuple>
#include <utility>
#include <vector>

#include "e2e/visitor.hpp"
#include "fakes/raw_client.hpp"

using namespace tulay;
using e2e::Program;
using e2e::Visitor;
using nlohmann::json;

namespace {

const std::vector<std::string> demo{"serve", "--demo", "--listen.port", "0", "--data.dir", TULAY_E2E_DATA};

std::vector<std::string> with(std::vector<std::string> arguments, const std::vector<std::string>& more) {
  arguments.insert(arguments.end(), more.begin(), more.end());
  return arguments;
}

}  // namespace

TEST_CASE("clients are answered in three languages") {
  const fakes::TemporaryFolder folder;
  Program program(demo, folder.path());
  const std::vector<std::pair<std::string, std::string>> questions{
      {"Can my parole be extended?", "en"},
      {"¿Se puede extender mi parole?", "es"},
      {"Puwede po bang ma-extend ang parole ko?", "tl"},
  };
  for (const auto& [question, language] : questions) {
    Visitor visitor(program);
    const auto answer = visitor.say({{"message", question}});
    CHECK(answer["turn"] == 1);
    CHECK(answer["language"] == language);
    CHECK(answer["conversation"].get<std::string>().size() == 43);
    REQUIRE(answer["replies"].size() == 1);
    CHECK(answer["replies"][0]["outcome"] == "answered");
    CHECK(answer["replies"][0]["intent"] == "extension_not_possible");
    CHECK_FALSE(answer["replies"][0]["text"].get<std::string>().empty());
  }
}

TEST_CASE("a conversation goes on after a restart") {
  const fakes::TemporaryFolder folder;
  const auto arguments = with(demo, {"--store.file", "tulay.db"});
  std::string conversation;
  {
    Program program(arguments, folder.path());
    Visitor visitor(program);
    visitor.say({{"message", "What is humanitarian parole?"}});
    conversation = visitor.conversation;
    program.send(SIGTERM);
    CHECK(program.exit_status() == 0);
  }
  Program program(arguments, folder.path());
  Visitor visitor(program);
  visitor.conversation = conversation;
  const auto answer = visitor.say({{"message", "Can it be extended?"}});
  CHECK(answer["turn"] == 2);
  CHECK(answer["resumed"] == true);
  CHECK(visitor.conversation == conversation);
  const auto turns = visitor.turns()["turns"];
  REQUIRE(turns.size() == 2);
  CHECK(turns[0]["message"] == "What is humanitarian parole?");
  CHECK(turns[1]["turn"] == 2);
}

TEST_CASE("a conversation that was killed off is still there") {
  const fakes::TemporaryFolder folder;
  const auto arguments = with(demo, {"--store.file", "tulay.db"});
  std::string conversation;
  {
    Program program(arguments, folder.path());
    Visitor visitor(program);
    visitor.say({{"message", "What is humanitarian parole?"}});
    conversation = visitor.conversation;
    program.send(SIGKILL);
    CHECK(program.exit_status() == -1);
  }
  Program program(arguments, folder.path());
  Visitor visitor(program);
  visitor.conversation = conversation;
  CHECK(visitor.turns()["turns"].size() == 1);
}

TEST_CASE("an unknown conversation starts a new one and says so") {
  const fakes::TemporaryFolder folder;
  Program program(demo, folder.path());
  Visitor visitor(program);
  visitor.conversation = "made-up";
  const auto answer = visitor.say({{"message", "hello"}});
  CHECK(answer["resumed"] == false);
  CHECK(answer["conversation"] != "made-up");
  CHECK(answer["turn"] == 1);
}

TEST_CASE("a forgotten chat is gone") {
  const fakes::TemporaryFolder folder;
  Program program(demo, folder.path());
  Visitor visitor(program);
  visitor.say({{"message", "What is humanitarian parole?"}});
  const auto token = visitor.conversation;
  CHECK(visitor.forget() == 204);
  CHECK(visitor.turns() == json{{"resumed", false}, {"turns", json::array()}});
  CHECK(visitor.say({{"message", "hello"}})["resumed"] == false);
  CHECK(visitor.conversation != token);
}

TEST_CASE("a retry gets the same answer and is no second turn") {
  const fakes::TemporaryFolder folder;
  Program program(demo, folder.path());
  Visitor visitor(program);
  visitor.say({{"message", "hello"}});
  const json message{{"message", "Can my parole be extended?"}, {"client_message_id", "m1"}};
  const auto first = visitor.say(message);
  CHECK(visitor.say(message) == first);
  CHECK(visitor.turns()["turns"].size() == 2);
}

TEST_CASE("bad requests are refused") {
  const fakes::TemporaryFolder folder;
  Program program(demo, folder.path());
  Visitor visitor(program);
  const std::vector<std::tuple<std::string, std::string, int, std::string>> requests{
      {"{", "application/json", 400, "the body is not JSON"},
      {R"({"message":"  "})", "application/json", 400, "message is empty"},
      {R"({"message":1})", "application/json", 400, "message must be a string"},
      {R"({"message":")" + std::string(2001, 'a') + "\"}", "application/json", 400,
       "message is longer than 2,000 characters"},
      {std::string(17000, 'a'), "application/json", 413, "the body is larger than 16 KiB"},
      {R"({"message":"hi"})", "text/plain", 415, "the body must be application/json"},
  };
  for (const auto& [body, type, status, detail] : requests) {
    const auto result = visitor.post(body, type);
    REQUIRE(result);
    CHECK(result->status == status);
    CHECK(result->get_header_value("Content-Type") == "application/problem+json");
    const auto problem = json::parse(result->body);
    CHECK(problem["detail"] == detail);
    CHECK(problem["instance"] == result->get_header_value("X-Request-Id"));
  }
}

TEST_CASE("other paths and methods are told apart") {
  const fakes::TemporaryFolder folder;
  Program program(demo, folder.path());
  Visitor visitor(program);
  CHECK(visitor.get("/v1/nothing")->status == 404);
  CHECK(visitor.get("/v1/chat")->status == 405);
  CHECK(visitor.get("/v1/chat")->get_header_value("Allow") == "OPTIONS, POST");
  CHECK(visitor.get("/v1/conversation")->status == 401);
  CHECK(visitor.get("/healthz")->status == 200);
  CHECK(visitor.get("/readyz")->body == R"({"status":"ready","knowledge":true,"store":true})");
}

TEST_CASE("the topics are there in each language") {
  const fakes::TemporaryFolder folder;
  Program program(demo, folder.path());
  Visitor visitor(program);
  for (const std::string language : {"en", "es", "tl"}) {
    const auto topics = json::parse(visitor.get("/v1/topics?language=" + language)->body);
    CHECK(topics["language"] == language);
    REQUIRE_FALSE(topics["topics"].empty());
    CHECK(topics["topics"][0].contains("message"));
  }
  CHECK(visitor.get("/v1/topics?language=fr")->status == 400);
}

TEST_CASE("the demo page is there in the demo only, and runs no script but its own") {
  const fakes::TemporaryFolder folder;
  Program program(demo, folder.path());
  Visitor visitor(program);
  const auto page = visitor.get("/");
  REQUIRE(page->status == 200);
  CHECK(page->get_header_value("Content-Security-Policy").find("script-src 'self'") != std::string::npos);
  CHECK(page->body.find("<script>") == std::string::npos);
  CHECK(page->body.find('{') == std::string::npos);
  CHECK(visitor.get("/demo.css")->status == 200);
  CHECK(visitor.get("/icon.svg")->status == 200);
}

TEST_CASE("too many messages of a conversation have to wait") {
  const fakes::TemporaryFolder folder;
  Program program(with(demo, {"--limits.messages_per_minute", "2"}), folder.path());
  Visitor visitor(program);
  for (int i = 0; i < 3; ++i) visitor.say({{"message", "hello"}});
  const auto result = visitor.post(json{{"message", "hello"}, {"conversation", visitor.conversation}}.dump());
  REQUIRE(result);
  CHECK(result->status == 429);
  CHECK_FALSE(result->get_header_value("Retry-After").empty());
}

TEST_CASE("SIGTERM ends an idle server at once, even with a client that says nothing") {
  const fakes::TemporaryFolder folder;
  Program program(demo, folder.path());
  const fakes::RawClient silent(program.port());
  const auto start = std::chrono::steady_clock::now();
  program.send(SIGTERM);
  CHECK(program.exit_status() == 0);
  CHECK(std::chrono::steady_clock::now() - start < std::chrono::seconds(5));
  CHECK(program.errors().find(R"("event":"stopped")") != std::string::npos);
}

TEST_CASE("broken knowledge on reload is logged, and the old goes on serving") {
  const fakes::TemporaryFolder folder;
  const auto data = folder.path() / "data";
  fakes::copy_data(TULAY_E2E_DATA, data);
  Program program({"serve", "--demo", "--listen.port", "0", "--data.dir", data}, folder.path());
  Visitor visitor(program);
  visitor.say({{"message", "Can my parole be extended?"}});
  fakes::write(data / "knowledge" / "topics" / "extension_not_possible.toml",
               "topic = 'extension_not_possible\n");
  program.send(SIGHUP);
  while (program.errors().find("goes on serving") == std::string::npos) visitor.get("/healthz");
  CHECK(program.errors().find("knowledge/topics/extension_not_possible.toml:1") != std::string::npos);
  CHECK(visitor.say({{"message", "Can my parole be extended?"}})["replies"][0]["intent"] ==
        "extension_not_possible");
}

TEST_CASE("no log line holds a client's words") {
  const fakes::TemporaryFolder folder;
  Program program(with(demo, {"--log.level", "debug"}), folder.path());
  Visitor visitor(program);
  visitor.say({{"message", "canary-4711 can my parole be extended? IOE0912345678"},
               {"client_message_id", "canary-id"}});
  visitor.get("/canary-path?canary=1");
  program.send(SIGTERM);
  CHECK(program.exit_status() == 0);
  const auto log = program.errors();
  CHECK(log.find(R"("event":"turn")") != std::string::npos);
  CHECK(log.find("canary") == std::string::npos);
  CHECK(log.find("0912345678") == std::string::npos);
  CHECK(log.find(visitor.conversation) == std::string::npos);
}
