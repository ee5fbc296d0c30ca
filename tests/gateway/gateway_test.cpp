#include <catch2/catch.hpp>

#include "fakes/raw_client.hpp"
#include "gateway/firm.hpp"

using namespace tulay;
using gateway::Fault;
using gateway::Firm;
using gateway::Sent;

namespace {

const std::string client = "+12135550123";
const std::string other = "+12135550124";

/// Everything that was owed before has gone: another client got an answer after it.
void let_pass(Firm& firm) {
  const auto before = firm.simulator.texts_to(other);
  REQUIRE(firm.text("hello", other).first == 200);
  REQUIRE(firm.simulator.wait_for(other, before + 1));
}

std::string state(const Firm& firm, const std::string& provider_id) {
  return firm.stored("SELECT state FROM outbox WHERE provider_id = '" + provider_id + "'");
}

/// Asks until the store says so; a report's answer comes after it is kept, a text's own row may be a moment
/// behind its answer.
bool becomes(const Firm& firm, const std::string& query, const std::string& value) {
  for (int i = 0; i < 2000; ++i) {
    if (firm.stored(query) == value) return true;
    std::this_thread::sleep_for(std::chrono::milliseconds(10));
  }
  return false;
}

}  // namespace

TEST_CASE("a signed text is acknowledged, and answered by the gateway's send API, once") {
  Firm firm(GENERATE("telnyx", "vonage", "plivo"));
  const auto written = firm.side->text({"in-a", client, "¿Se puede extender mi parole?", 1000});
  CHECK(gateway::call(firm.port, written) == std::pair(200, std::string()));
  REQUIRE(firm.simulator.wait_for(1));
  CHECK(gateway::call(firm.port, written) == std::pair(200, std::string()));
  let_pass(firm);
  const auto taken = firm.simulator.taken();
  CHECK(firm.simulator.texts_to(client) == 1);
  CHECK(taken[0].to == client);
  CHECK(taken[0].from == gateway::our_number);
  CHECK(taken[0].text.find("STOP") != std::string::npos);
  CHECK(firm.simulator.strangers() == 0);
}

TEST_CASE("what is forged, and a report that is, gets 403 with nothing in it and changes nothing") {
  Firm firm(GENERATE("twilio", "telnyx", "vonage", "plivo"));
  auto forged = firm.side->text({"in-a", client, "hello", 1000});
  forged.body.replace(forged.body.find("hello"), 5, "hallo");
  CHECK(gateway::call(firm.port, forged) == std::pair(403, std::string()));
  auto report = firm.side->report({"out-1", client, false, firm.side->opted_out_code()});
  report.body.replace(report.body.find("out-1"), 5, "out-2");
  CHECK(gateway::call(firm.port, report) == std::pair(403, std::string()));
  CHECK(firm.stored("SELECT count(*) FROM sms_answers") == "0");
  CHECK(firm.stored("SELECT count(*) FROM opt_out_changes") == "0");
  auto unsigned_text = firm.side->text({"in-a", client, "hello", 1000});
  unsigned_text.headers.clear();
  // Vonage itself forgets the token at times, and sends it when it is told so.
  const int status = firm.side->name() == "vonage" ? 503 : 403;
  CHECK(gateway::call(firm.port, unsigned_text) == std::pair(status, std::string()));
}

TEST_CASE("Plivo's older signature: its nonce carries one text, no other") {
  Firm firm("plivo");
  const auto genuine = gateway::plivo_v2({"in-a", client, "hello", 0}, "nonce-1");
  CHECK(gateway::call(firm.port, genuine).first == 200);
  CHECK(gateway::call(firm.port, gateway::plivo_v2({"in-b", client, "STOP", 0}, "nonce-1")).first == 403);
  CHECK(firm.stored("SELECT count(*) FROM opt_out_changes") == "0");
  CHECK(firm.stored("SELECT count(*) FROM turns") == "1");
}

TEST_CASE("delivery reports move a text forward, never back; a dead number is noted until it texts") {
  Firm firm(GENERATE("telnyx", "vonage", "plivo"));
  REQUIRE(firm.text("hello").first == 200);
  REQUIRE(firm.simulator.wait_for(1));
  REQUIRE(firm.text("hello", other).first == 200);
  REQUIRE(firm.simulator.wait_for(2));
  REQUIRE(becomes(firm, "SELECT count(*) FROM outbox WHERE state = 'sent'", "2"));
  const auto taken = firm.simulator.taken();
  const auto& side = *firm.side;
  CHECK(gateway::call(firm.port, side.report({taken[0].id, taken[0].to, true, ""})).first == 200);
  CHECK(state(firm, taken[0].id) == "delivered");
  CHECK(gateway::call(firm.port, side.report({taken[0].id, taken[0].to, false, ""})).first == 200);
  CHECK(state(firm, taken[0].id) == "delivered");
  const auto dead = side.report({taken[1].id, taken[1].to, false, side.dead_code()});
  CHECK(gateway::call(firm.port, dead).first == 200);
  CHECK(gateway::call(firm.port, dead).first == 200);
  CHECK(state(firm, taken[1].id) == "undelivered");
  CHECK(firm.stored("SELECT phone FROM dead_numbers") == taken[1].to);
  REQUIRE(firm.text("hello", taken[1].to).first == 200);
  CHECK(firm.stored("SELECT count(*) FROM dead_numbers") == "0");
}

TEST_CASE("whoever has opted out at the carrier gets no more texts, by a refusal or by a report") {
  Firm firm(GENERATE("telnyx", "vonage", "plivo"));
  const bool by_report = GENERATE(false, true);
  const auto code = firm.side->opted_out_code();
  if (!by_report)
    firm.simulator.plan([&](const Sent& sent) { return Fault{sent.to == client ? 400 : 0, code}; });
  REQUIRE(firm.text("hello").first == 200);
  if (by_report) {
    REQUIRE(firm.simulator.wait_for(1));
    REQUIRE(gateway::call(firm.port, firm.side->report({firm.simulator.taken()[0].id, client, false, code}))
                .first == 200);
  }
  CHECK(becomes(firm, "SELECT phone FROM opt_out_changes", client));
  firm.simulator.plan({});
  const auto before = firm.simulator.texts_to(client);
  REQUIRE(firm.text("how much is the fee?").first == 200);
  let_pass(firm);
  CHECK(firm.simulator.texts_to(client) == before);
}

TEST_CASE("a text that the gateway is too busy for goes later; one whose answer was lost is not sent again") {
  Firm firm(GENERATE("telnyx", "vonage", "plivo"));
  int refused = 0;
  firm.simulator.plan([&](const Sent& sent) {
    if (sent.to == other) return Fault{0, "", true};
    return Fault{refused++ == 0 ? 429 : 0, "0"};
  });
  REQUIRE(firm.text("hello").first == 200);
  REQUIRE(firm.text("hello", other).first == 200);
  REQUIRE(firm.simulator.wait_for(2));
  CHECK(becomes(firm, "SELECT state FROM outbox WHERE recipient = '" + other + "'", "unknown"));
  CHECK(becomes(firm, "SELECT state FROM outbox WHERE recipient = '" + client + "'", "sent"));
  firm.simulator.plan({});
  firm.kill();
  firm.start();
  REQUIRE(firm.text("thank you").first == 200);
  REQUIRE(firm.simulator.wait_for(3));
  CHECK(firm.simulator.texts_to(client) == 2);
  CHECK(firm.simulator.texts_to(other) == 1);
}

TEST_CASE("an opt-out by the send API is confirmed once, also when the program is killed after its answer") {
  Firm firm(GENERATE("telnyx", "vonage", "plivo"));
  REQUIRE(firm.text("please stop texting me").first == 200);
  firm.kill();
  firm.start();
  REQUIRE(firm.text("STOP").first == 200);
  REQUIRE(firm.text("how much is the fee?").first == 200);
  let_pass(firm);
  // Killed on its way, nobody knows whether the confirmation went: never two.
  CHECK(firm.simulator.texts_to(client) <= 1);
  CHECK(firm.stored("SELECT opted_out FROM opt_out_changes") == "1");
  CHECK(firm.stored("SELECT count(*) FROM opt_out_changes") == "1");
}

TEST_CASE("a one-time code goes out by the gateway to the number on file, to nobody else") {
  Firm firm(GENERATE("twilio", "telnyx", "vonage", "plivo"));
  REQUIRE(firm.text("how is my case?").first == 200);
  REQUIRE(firm.text("RP-2026-020").first == 200);
  const std::string on_file = "+19545550104";
  REQUIRE(firm.simulator.wait_for(on_file, 1));
  for (const auto& one : firm.simulator.taken()) {
    const bool code = one.text.find_first_of("0123456789") != std::string::npos && one.to == on_file;
    CHECK((code || one.to == client));
  }
}

TEST_CASE("Twilio's reports settle the texts that went out by its API") {
  Firm firm("twilio");
  REQUIRE(firm.text("how is my case?").first == 200);
  REQUIRE(firm.text("RP-2026-020").first == 200);
  REQUIRE(firm.simulator.wait_for(1));
  REQUIRE(becomes(firm, "SELECT count(*) FROM outbox WHERE state = 'sent'", "1"));
  const auto code = firm.simulator.taken().at(0);
  CHECK(gateway::call(firm.port, firm.side->report({code.id, code.to, false, "30006"})).first == 200);
  CHECK(state(firm, code.id) == "undelivered");
  CHECK(firm.stored("SELECT phone || ' ' || code FROM dead_numbers") == code.to + " 30006");
}

TEST_CASE(
    "killed in the middle of its work and started again, the program doubles no answer and loses none") {
  Firm firm("telnyx");
  constexpr int clients = 40;
  const auto call_of = [&](int number) {
    return firm.side->text({"in-" + std::to_string(number), "+1213555" + std::to_string(2000 + number),
                            "hello", gateway::now_seconds() * 1000});
  };
  firm.simulator.plan([](const Sent& /*sent*/) {
    return Fault{0, "", false, std::chrono::milliseconds(30)};
  });
  std::vector<std::unique_ptr<fakes::RawClient>> on_their_way;
  on_their_way.reserve(clients);
  for (int number = 0; number < clients; ++number)
    on_their_way.push_back(gateway::post(firm.port, call_of(number)));
  REQUIRE(firm.simulator.wait_for(5));
  firm.kill();
  firm.start();
  for (int number = 0; number < clients; ++number)
    CHECK(gateway::call(firm.port, call_of(number)).first == 200);
  REQUIRE(becomes(firm, "SELECT count(*) FROM outbox WHERE state IN ('due', 'sending')", "0"));
  CHECK(firm.stored("SELECT count(*) FROM turns") == std::to_string(clients));
  for (int number = 0; number < clients; ++number) {
    const auto phone = "+1213555" + std::to_string(2000 + number);
    const auto fate = firm.stored("SELECT state FROM outbox WHERE recipient = '" + phone + "'");
    INFO(phone << " " << fate);
    // Nobody knows of those that were on their way to the gateway: once or not at all, never twice.
    CHECK(firm.simulator.texts_to(phone) <= 1);
    CHECK((fate == "unknown" || firm.simulator.texts_to(phone) == 1));
  }
  CHECK(firm.stored("SELECT count(*) <= 4 FROM outbox WHERE state = 'unknown'") == "1");
}

TEST_CASE("two texts of a client that overtake one another are answered as they were written") {
  Firm firm(GENERATE("telnyx", "vonage"), "gathers_ms = 3000");  // enough for a busy machine
  const auto now = gateway::now_seconds() * 1000;
  const auto first = firm.side->text({"in-a", client, "can my parole be extended", now});
  const auto second = firm.side->text({"in-b", client, "how much is the fee", now + 1});
  const auto later = gateway::post(firm.port, second);
  const auto earlier = gateway::post(firm.port, first);
  CHECK(fakes::status_of(later->read_all()) == 200);
  CHECK(fakes::status_of(earlier->read_all()) == 200);
  const std::string words = "SELECT json_extract(body, '$.client_text') FROM turns ORDER BY turn LIMIT 1";
  CHECK(firm.stored(words).find("extended") != std::string::npos);
  REQUIRE(firm.simulator.wait_for(client, 2));
}

TEST_CASE("reminders are listed, queued once, and sent by the server that runs") {
  Firm firm("telnyx");
  const auto remind = [&](bool send) {
    std::vector<std::string> arguments{"remind",       "--demo",   "--data.dir",       TULAY_E2E_DATA,
                                       "--store.file", "tulay.db", "--reminders.days", "95,70,25"};
    if (send) arguments.emplace_back("--send");
    e2e::Program program(arguments, firm.folder.path());
    auto said = program.output();
    CHECK(program.exit_status() == 0);
    return said;
  };
  const auto listed = remind(false);
  CHECK(listed.find("RP-2026-014") != std::string::npos);
  CHECK(listed.find("RP-2026-020") != std::string::npos);
  CHECK(listed.find("no_consent") != std::string::npos);
  CHECK(listed.find("5550102") == std::string::npos);
  CHECK(firm.stored("SELECT count(*) FROM outbox") == "0");
  const auto queued = remind(true);
  CHECK(queued.find("3 reminders due, 1 queued") != std::string::npos);
  CHECK(queued.find("RP-") == std::string::npos);  // this one goes into a log
  CHECK(remind(true).find("0 queued") != std::string::npos);
  CHECK(firm.stored("SELECT count(*) FROM outbox WHERE purpose = 3 AND recipient = '+12135550102'") == "1");
}
