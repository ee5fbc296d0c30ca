#include "bot/engine/request_desk.hpp"

#include "bot/chat.hpp"

using namespace tulay;
using knowledge::HandoffLevel;

namespace {

struct Counter {
  Chat chat;
  bot::RequestDesk desk{chat.snapshots, chat.store, chat.entropy, chat.firm};

  bot::PersonRequest request(const std::string& message = "") const {
    bot::PersonRequest out;
    out.conversation = chat.token;
    out.name = "Ana";
    out.reach_by = "ana@example.com";
    out.message = message;
    out.received = chat.clock.now();
    return out;
  }
  bot::Thumb thumb(int turn, bool helpful) const {
    return {chat.token.value_or("none"), turn, helpful, "call me at 213-555-0147", chat.clock.now()};
  }
};

}  // namespace

TEST_CASE("a request by the form has the conversation's ticket, and its summary") {
  Counter counter;
  counter.chat.say("I want to talk to a person");
  const auto taken = counter.desk.take(counter.request("please call"));
  REQUIRE(taken.has_value());
  const auto handoffs = counter.chat.store.records().handoffs;
  REQUIRE(handoffs.size() == 2);
  CHECK(taken->ticket == handoffs[0].ticket);
  CHECK(handoffs[1].ticket == handoffs[0].ticket);
  CHECK(handoffs[1].reason == bot::HandoffReason::form);
  CHECK(handoffs[1].reach_by == "ana@example.com");
  CHECK(handoffs[1].message == "please call");
  CHECK(contains(handoffs[1].summary, "human_agent"));
  CHECK(contains(taken->text, taken->ticket));
}

TEST_CASE("who never wrote can ask for a person, too") {
  Counter counter;
  const auto taken = counter.desk.take(counter.request());
  REQUIRE(taken.has_value());
  CHECK(taken->level == HandoffLevel::normal);
  CHECK(taken->phone == "(213) 555-0100");
  CHECK(counter.chat.store.records().handoffs.size() == 1);
}

TEST_CASE("an urgent request by the form is told 911 and the number before all else") {
  Counter counter;
  const auto taken = counter.desk.take(counter.request("detuvieron a mi hermano, lo tiene la migra"));
  REQUIRE(taken.has_value());
  CHECK(taken->level == HandoffLevel::emergency);
  CHECK(taken->language == knowledge::Language::es);
  CHECK(taken->phone == "(213) 555-0199");
  CHECK(taken->text.starts_with("Si alguien está en peligro o muy enfermo, llame al 911 ahora."));
  CHECK(counter.chat.store.records().handoffs[0].level == HandoffLevel::emergency);
}

TEST_CASE("a request that could not be stored has no ticket") {
  Counter counter;
  counter.chat.store.break_down();
  CHECK_FALSE(counter.desk.take(counter.request()).has_value());
}

TEST_CASE("a thumb up is counted, a thumb down is a question to look at, masked") {
  Counter counter;
  counter.chat.say("how much is the fee, IOE0912345678");
  CHECK(counter.desk.take(counter.thumb(1, true)).value());
  CHECK(counter.chat.store.records().missed.empty());
  CHECK(counter.desk.take(counter.thumb(1, false)).value());
  const auto records = counter.chat.store.records();
  CHECK(records.feedback.size() == 2);
  REQUIRE(records.missed.size() == 1);
  CHECK(records.missed[0].kind == bot::MissedKind::thumbs_down);
  CHECK(records.missed[0].text == "how much is the fee, [receipt]");
  CHECK(records.missed[0].comment == "call me at [phone]");
}

TEST_CASE("a thumb on a turn that is not there is refused") {
  Counter counter;
  CHECK_FALSE(counter.desk.take(counter.thumb(1, true)).value());
  counter.chat.say("hello");
  CHECK_FALSE(counter.desk.take(counter.thumb(2, true)).value());
  CHECK(counter.chat.store.records().feedback.empty());
}

TEST_CASE("what was not understood is kept for staff with personal data masked") {
  Counter counter;
  counter.chat.say("xyzzy plugh 213-555-0147 frobnicate");
  const auto missed = counter.chat.store.records().missed;
  REQUIRE(missed.size() == 1);
  CHECK(missed[0].kind == bot::MissedKind::not_understood);
  CHECK(missed[0].text == "xyzzy plugh [phone] frobnicate");
}

TEST_CASE("every reply is counted, the first answer with the time it took to come") {
  Counter counter;
  counter.chat.say("hello");
  counter.chat.clock.pass(std::chrono::seconds(40));
  counter.chat.say("how much is the fee");
  counter.chat.say("can my parole be extended");
  const auto marks = counter.chat.store.records().marks;
  REQUIRE(marks.size() == 3);
  CHECK_FALSE(marks[0].first_seconds.has_value());
  CHECK(marks[1].first_seconds == 40);
  CHECK(marks[1].intent == "fee");
  CHECK_FALSE(marks[2].first_seconds.has_value());
}
