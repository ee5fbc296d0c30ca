#include "e2e/visitor.hpp"

using namespace tulay;
using e2e::Program;
using e2e::Visitor;
using nlohmann::json;

namespace {

const std::vector<std::string> served{"serve", "--demo", "--listen.port", "0", "--data.dir", TULAY_E2E_DATA};

/// The six digits of the newest text in the served's outbox.
std::string newest_code(Visitor& visitor) {
  const auto answer = visitor.get("/v1/demo/outbox");
  REQUIRE(answer);
  const auto texts = json::parse(answer->body)["texts"];
  REQUIRE_FALSE(texts.empty());
  const auto text = texts.back()["text"].get<std::string>();
  const auto at = text.find(": ");
  REQUIRE(at != std::string::npos);
  return text.substr(at + 2, 6);
}

std::string text_of(const json& answer) { return answer["replies"].back()["text"]; }

}  // namespace

TEST_CASE("a client asks for their case, shows who they are, and logs out, in each language") {
  struct Way {
    const char* ask;
    const char* key;
    const char* expiry;
    const char* ends;
    const char* log_out;
  };
  const auto way = GENERATE(
      Way{"how is my case going?", "RP-2026-020", "when does my parole expire?", "I-94 decides", "log out"},
      Way{"¿cómo va mi caso?", "RP-2026-020", "¿cuándo vence mi parole?", "I-94", "cerrar sesión"},
      Way{"ano na po ang status ng kaso ko?", "RP-2026-020", "kailan po mag-eexpire ang parole ko?", "I-94",
          "log out"});
  const fakes::TemporaryFolder folder;
  Program program(served, folder.path());
  Visitor visitor(program);
  CHECK(visitor.say({{"message", way.ask}})["replies"].back()["outcome"] == "ask");
  CHECK(visitor.say({{"message", way.key}})["replies"].back()["outcome"] == "ask");
  const auto status = visitor.say({{"message", newest_code(visitor)}});
  CHECK(status["replies"].back()["outcome"] == "case");
  CHECK(text_of(status).find("RP-2026-020") != std::string::npos);
  CHECK(text_of(visitor.say({{"message", way.expiry}})).find(way.ends) != std::string::npos);
  CHECK(visitor.say({{"message", way.log_out}})["replies"].back()["outcome"] == "notice");
  CHECK(visitor.say({{"message", way.ask}})["replies"].back()["outcome"] == "ask");
}

TEST_CASE("no entry of the audit is lost for an answer that left, whenever the program is killed") {
  const fakes::TemporaryFolder folder;
  auto arguments = served;
  arguments.insert(arguments.end(), {"--store.file", "tulay.db"});
  int shown = 0;
  for (int round = 0; round < 5; ++round) {
    Program program(arguments, folder.path());
    Visitor visitor(program);
    visitor.say({{"message", "how is my case going?"}});
    visitor.say({{"message", "RP-2026-020"}});
    const auto answer = visitor.say({{"message", newest_code(visitor)}});
    if (answer["replies"].back()["outcome"] == "case") ++shown;
    program.send(SIGKILL);
    static_cast<void>(program.exit_status());
  }
  CHECK(shown == 5);
  Program verify({"store", "verify", "tulay.db"}, folder.path());
  // each round: the code asked for, the case shown
  CHECK(verify.output().find("audit whole: 10 entries") != std::string::npos);
  CHECK(verify.exit_status() == 0);
}
