#include "bot/office.hpp"

using namespace tulay;

TEST_CASE("a conversation is forgotten only when the audit says so") {
  Office office;
  office.say("how much is the fee");
  const auto entries = office.audit.entries.size();
  office.audit.down = true;
  CHECK_FALSE(office.engine.forget(*office.chat.token).has_value());
  CHECK((*office.engine.turns(*office.chat.token)).has_value());
  office.audit.down = false;
  CHECK(office.engine.forget("nobody's").has_value());
  REQUIRE(office.engine.forget(*office.chat.token).has_value());
  CHECK_FALSE((*office.engine.turns(*office.chat.token)).has_value());
  REQUIRE(office.audit.entries.size() == entries + 1);
  CHECK(office.audit.entries.back().event == "forgotten");
}

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

TEST_CASE("the answer comes with the case at a glance: its stage and the dates of the file, in their order") {
  Office office;
  office.verify();
  const auto& card = office.last.replies.back().case_card;
  REQUIRE(card.has_value());
  CHECK(card->title == "parole request HP-2026-001");
  CHECK(card->status == "Under review");
  CHECK(contains(card->note, "November 22, 2026"));
  REQUIRE(card->timeline.size() == 4);
  CHECK(card->timeline[0].label == "Form I-131 sent");
  CHECK(card->timeline[0].state == bot::CaseEventState::done);
  CHECK(card->timeline[1].label == "USCIS received form I-131");
  CHECK(card->timeline[2].label == "Under review");
  CHECK(card->timeline[2].state == bot::CaseEventState::now);
  CHECK(card->timeline[3].label == "Parole ends, from the I-94");
  CHECK(card->timeline[3].state == bot::CaseEventState::ahead);
  CHECK(card->timeline[3].on == day("2026-12-10"));
}

TEST_CASE("where the chat's host is known, the code is bound to it in the text's last line") {
  Office office;
  office.say("what is the status of my case");
  office.say("HP-2026-001");
  CHECK_FALSE(contains(office.outbox.texts.back().text, "@"));
  office.chat.firm.values["chat_host"] = {"chat.example.com", "chat.example.com", "chat.example.com"};
  office.say("HP-2026-001");
  CHECK(office.outbox.texts.back().text.ends_with("\n\n@chat.example.com #" + code));
}

TEST_CASE("only the step that wants a code asks for the field of one") {
  Office office;
  office.say("what is the status of my case");
  CHECK(office.last.replies.back().field == bot::Field::none);
  office.say("HP-2026-001");
  CHECK(office.last.replies.back().field == bot::Field::code);
  office.say("000000");
  CHECK(office.last.replies.back().field == bot::Field::code);
  office.say(code);
  CHECK(office.last.replies.back().field == bot::Field::none);
}

TEST_CASE("where a page is not trusted with cases nothing is read, also for who was verified elsewhere") {
  Office office;
  office.verify();
  const auto looked_up = office.book.looked_up;
  for (const auto* const text : {"what is the status of my case", "HP-2026-001", "IOE9990000101"}) {
    auto message = office.message(text);
    message.case_place = bot::CasePlace::in_frame;
    const auto result = office.engine.take(message);
    REQUIRE(result.has_value());
    const auto& reply = result->replies.back();
    CHECK_FALSE(contains(reply.text, "Under review"));
    if (reply.in_frame) CHECK(contains(reply.text, "protected window"));
    CHECK((reply.in_frame || std::string(text) == "HP-2026-001"));
  }
  CHECK(office.book.looked_up == looked_up);
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
