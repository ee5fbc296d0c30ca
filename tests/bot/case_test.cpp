#include "bot/office.hpp"

using namespace tulay;

TEST_CASE("a client who proves who they are hears how their case stands, and from when that is") {
  Office office;
  CHECK(contains(office.say("what is the status of my case"), "make sure who you are"));
  CHECK(office.outcome() == bot::Outcome::ask);
  CHECK(contains(office.say("HP-2026-001"), "If that matches our records"));
  REQUIRE(office.outbox.texts.size() == 1);
  CHECK(office.outbox.texts[0].to == "+13235550101");
  CHECK(contains(office.outbox.texts[0].text, code));
  const auto answer = office.say(code);
  CHECK(office.outcome() == bot::Outcome::own_case);
  CHECK(contains(answer, "Under review"));
  CHECK(contains(answer, "From our file as of November 22, 2026"));
}

TEST_CASE("before the code nothing of any case is read or said") {
  Office office;
  for (const auto* const text : {"what is the status of my case", "HP-2026-001", "when does my parole expire",
                                 "when is my next appointment", "000000", "IOE9990000101"}) {
    const auto reply = office.say(text);
    CHECK_FALSE(contains(reply, "Under review"));
    CHECK_FALSE(contains(reply, "our file"));
    CHECK_FALSE(contains(reply, "IOE9990000101"));
  }
  CHECK(office.book.looked_up == 0);
}

TEST_CASE("by SMS a code is not enough, and receipt numbers are masked") {
  Office office(bot::Channel::sms);
  office.say("what is my receipt number");
  office.say("HP-2026-001");
  CHECK(contains(office.say(code), "year were you born"));
  const auto reply = office.say("1989");
  CHECK(contains(reply, "IOE...0101"));
  CHECK_FALSE(contains(reply, "IOE9990000101"));
}

TEST_CASE("the end of the parole comes with how near it is, and a person when it is close") {
  Office office;
  office.verify();
  const auto reply = office.say("when does my parole expire");
  CHECK(contains(reply, "December 10, 2026"));
  CHECK(contains(reply, "I-94 decides"));
  CHECK(contains(reply, "(213) 555-0100"));
  REQUIRE(office.last.handoff.has_value());
  CHECK(office.last.handoff->level >= knowledge::HandoffLevel::same_day);
  CHECK_FALSE(contains(reply, "you have until"));
}

TEST_CASE("another's case number shows nothing to a verified client") {
  Office office;
  office.verify();
  office.say("what is the status of my case");
  const auto reply = office.say("RP-2026-015");
  CHECK_FALSE(contains(reply, "Under review"));
}

TEST_CASE("knowledge is answered in the middle of the check, and the check goes on after") {
  Office office;
  office.say("how is my case");
  office.say("HP-2026-001");
  office.say("Can my parole be extended?");
  CHECK(office.last.replies.back().intent == "extension_not_possible");
  office.say(code);
  CHECK(office.outcome() == bot::Outcome::own_case);
}

TEST_CASE("without the firm's files case questions get a person, the rest goes on") {
  Office office;
  office.verify();
  office.book.down = true;
  CHECK(contains(office.say("what is the status of my case"), "(213) 555-0100"));
  CHECK(office.outcome() == bot::Outcome::handoff);
  office.say("how much is the fee");
  CHECK(office.last.replies.back().intent == "fee");
  office.book.down = false;
  office.say("what is the status of my case");
  CHECK(office.outcome() == bot::Outcome::own_case);
}

TEST_CASE("what cannot be audited is not said") {
  Office office;
  office.verify();
  CHECK(office.audit.entries.back().event == "shown");
  CHECK(office.audit.entries.back().cases == std::vector<std::string>{"HP-2026-001"});
  office.audit.down = true;
  const auto refused = office.engine.take(office.message("what is the status of my case"));
  REQUIRE_FALSE(refused.has_value());
  CHECK(refused.error().kind == bot::TurnErrorKind::store_down);
}
