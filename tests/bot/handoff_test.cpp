#include "bot/engine/handoff.hpp"

#include "bot/office.hpp"

using namespace tulay;
using bot::HandoffReason;
using knowledge::HandoffLevel;

namespace {

std::vector<bot::Handoff> handoffs(const Chat& chat) { return chat.store.records().handoffs; }

const std::string& last_text(const bot::TurnResult& result) { return result.replies.back().text; }

/// Open on weekdays, closed on Thanksgiving; the clock stands at noon on Tuesday, 2026-11-24.
void open_office(Chat& chat) {
  chat.firm.office.open = {*knowledge::open_time_from("mon-fri 9:00-17:00")};
  chat.firm.office.closed = {*knowledge::closed_day_from("2026-11-26")};
}

}  // namespace

TEST_CASE("who asks for a person is told the ticket, and staff have it with the turn") {
  Chat chat;
  chat.say("how much is the fee");
  const auto result = chat.say("I want to talk to a person");
  REQUIRE(handoffs(chat).size() == 1);
  const auto handoff = handoffs(chat)[0];
  CHECK(handoff.reason == HandoffReason::asked);
  CHECK(handoff.level == HandoffLevel::normal);
  CHECK(contains(last_text(result), handoff.ticket));
  CHECK(contains(last_text(result), "(213) 555-0100"));
  REQUIRE(result.handoff.has_value());
  CHECK(result.handoff->ticket == handoff.ticket);
  CHECK(handoff.summary ==
        "client: how much is the fee\nbot: fee (answered)\nclient: I want to talk to a person\n"
        "bot: human_agent (handoff)\n");
}

TEST_CASE("a person is asked for in each language, and answered in it") {
  const auto [text, words] = GENERATE(table<std::string, std::string>(
      {{"quiero hablar con una persona", "La oficina ya tiene su solicitud"},
       {"gusto ko pong makausap ang tao", "Nasa opisina na po ang hiling ninyo"}}));
  Chat chat;
  CHECK(contains(last_text(chat.say(text)), words));
  CHECK(handoffs(chat).size() == 1);
}

TEST_CASE("what staff read has no receipt number, phone or address in it") {
  Chat chat;
  chat.say("my receipt is IOE0912345678, write to ana@example.com");
  chat.say("I want to talk to a person");
  CHECK_FALSE(contains(handoffs(chat)[0].summary, "0912345678"));
  CHECK_FALSE(contains(handoffs(chat)[0].summary, "ana@example.com"));
  CHECK(contains(handoffs(chat)[0].summary, "[receipt]"));
}

TEST_CASE("what happens next follows the office's hours and holidays") {
  Chat chat;
  open_office(chat);
  CHECK(contains(last_text(chat.say("I want to talk to a person")), "The office is open now."));
  chat.clock.pass(std::chrono::hours(29));  // Wednesday at 17:00, before Thanksgiving
  CHECK(contains(last_text(chat.say("I want to talk to a person")),
                 "It opens next Friday, November 27, 2026, 9:00 a.m."));
}

TEST_CASE("where the hours are not set, the firm's own words for them are said") {
  Chat chat;
  CHECK(contains(last_text(chat.say("I want to talk to a person")), "in office hours (the hours)"));
}

TEST_CASE("something urgent says the number first and tells staff at once, in the same turn") {
  Chat chat;
  chat.say("hello");
  const auto result = chat.say("my brother was detained by ICE");
  CHECK(result.replies.front().text.starts_with("This is urgent.\nPlease call the office now") +
            result.replies.front().text.starts_with("This is urgent. Please call the office now") ==
        1);
  CHECK(contains(last_text(result), "call 911"));
  REQUIRE(handoffs(chat).size() == 1);
  CHECK(handoffs(chat)[0].reason == HandoffReason::urgent);
  CHECK(handoffs(chat)[0].level == HandoffLevel::emergency);
  CHECK(contains(last_text(result), "also been told that this is urgent (" + handoffs(chat)[0].ticket + ")"));
  CHECK_FALSE(contains(last_text(result), "open"));
}

TEST_CASE("in an emergency staff are told once, not with every message") {
  Chat chat;
  chat.say("my brother was detained by ICE");
  chat.say("ICE has my brother, he was arrested");
  CHECK(handoffs(chat).size() == 1);
}

TEST_CASE("what was a wish becomes urgent: staff are told again") {
  Chat chat;
  chat.say("I want to talk to a person");
  chat.say("my brother was detained by ICE");
  REQUIRE(handoffs(chat).size() == 2);
  CHECK(handoffs(chat)[0].ticket == handoffs(chat)[1].ticket);
  CHECK(handoffs(chat)[1].level == HandoffLevel::emergency);
}

TEST_CASE("who asks again at once is one request, who asks again later is told to staff again") {
  Chat chat;
  chat.say("I want to talk to a person");
  const auto again = chat.say("I want to talk to a person");
  CHECK(handoffs(chat).size() == 1);
  CHECK(contains(last_text(again), handoffs(chat)[0].ticket));
  chat.clock.pass(std::chrono::minutes(11));
  chat.say("I want to talk to a person");
  CHECK(handoffs(chat).size() == 2);
}

TEST_CASE("three misses in a row hand over, two do not, and the fourth makes no second request") {
  Chat chat;
  const std::string gibberish = "xyzzy plugh frobnicate";
  chat.say(gibberish);
  chat.say(gibberish);
  CHECK(handoffs(chat).empty());
  const auto third = chat.say(gibberish);
  REQUIRE(handoffs(chat).size() == 1);
  CHECK(handoffs(chat)[0].reason == HandoffReason::misses);
  CHECK(contains(last_text(third), handoffs(chat)[0].ticket));
  CHECK(third.handoff->ticket == handoffs(chat)[0].ticket);
  chat.say(gibberish);
  CHECK(handoffs(chat).size() == 1);
}

TEST_CASE("anger is heard by a person") {
  Chat chat;
  chat.say("this is unacceptable, I want to file a complaint");
  REQUIRE(handoffs(chat).size() == 1);
  CHECK(handoffs(chat)[0].reason == HandoffReason::anger);
}

TEST_CASE("a telephone number written after the request reaches staff, unmasked, and is no missed question") {
  Chat chat;
  const auto asked = chat.say("I want to talk to a person");
  CHECK(contains(last_text(asked), "write a phone number"));
  const auto kept = chat.say("(213) 555-0147");
  REQUIRE(handoffs(chat).size() == 2);
  CHECK(handoffs(chat)[1].reason == HandoffReason::contact);
  CHECK(handoffs(chat)[1].reach_by == "+12135550147");
  CHECK(handoffs(chat)[1].ticket == handoffs(chat)[0].ticket);
  CHECK(contains(last_text(kept), "with your request " + handoffs(chat)[0].ticket));
  CHECK(kept.replies.back().outcome == bot::Outcome::notice);
  CHECK(chat.store.records().missed.empty());
  chat.say("(213) 555-0147");
  CHECK(handoffs(chat).size() == 2);
}

TEST_CASE("an e-mail address will do, and a request that brings its own number is not asked for one") {
  Chat chat;
  chat.say("I want to talk to a person");
  chat.say("ana.cruz@example.com.");
  REQUIRE(handoffs(chat).size() == 2);
  CHECK(handoffs(chat)[1].reach_by == "ana.cruz@example.com");
  Chat other;
  const auto result = other.say("I want to talk to a person, my number is (213) 555-0147");
  REQUIRE(handoffs(other).size() == 1);
  CHECK(handoffs(other)[0].reach_by == "+12135550147");
  CHECK_FALSE(contains(last_text(result), "write a phone number"));
}

TEST_CASE("a number is no contact where nobody asked for a person") {
  Chat chat;
  chat.say("hello");
  chat.say("(213) 555-0147");
  CHECK(handoffs(chat).empty());
}

TEST_CASE("a verified client's ticket names them in the firm's directory") {
  Office office;
  office.verify();
  office.say("I want to talk to a person");
  // The first: the parole in this file ends within days, which is urgent by itself.
  REQUIRE(handoffs(office.chat).size() == 2);
  CHECK(handoffs(office.chat)[0].reason == HandoffReason::urgent);
  CHECK(handoffs(office.chat)[1].reason == HandoffReason::asked);
  CHECK(handoffs(office.chat)[1].contact_id == "1");
  CHECK_FALSE(contains(handoffs(office.chat)[1].summary, "HP-2026-001"));
}

TEST_CASE("what could not be stored is no request, and the client is not told of one") {
  Chat chat;
  chat.say("hello");
  chat.store.break_down();
  CHECK_FALSE(chat.try_to_say("I want to talk to a person").has_value());
}

TEST_CASE("a retried message is no second request") {
  Chat chat;
  chat.say("hello");
  REQUIRE(chat.try_to_say("I want to talk to a person", "m-1").has_value());
  const auto again = chat.try_to_say("I want to talk to a person", "m-1");
  REQUIRE(again.has_value());
  CHECK(again->trace.repeated);
  CHECK(handoffs(chat).size() == 1);
}

TEST_CASE("a ticket's number is the same for a conversation, and differs between two") {
  CHECK(bot::ticket_number("a") == bot::ticket_number("a"));
  CHECK(bot::ticket_number("a") != bot::ticket_number("b"));
  CHECK(bot::ticket_number("a").size() == 10);
  CHECK(bot::ticket_number("a").starts_with("H-"));
}
