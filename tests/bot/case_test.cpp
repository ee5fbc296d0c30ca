#include "bot/chat.hpp"
#include "fakes/case_book.hpp"

using namespace tulay;

namespace {

const std::string code = "123456";  // what CountingEntropy makes of every chance

knowledge::Date day(const char* iso) { return *knowledge::date_from_iso(iso); }

bot::ContactMatch contact(const std::string& id, const std::string& phone, int born) {
  bot::ContactMatch out;
  out.contact_id = id;
  out.phone = phone;
  out.birth_year = born;
  return out;
}

/// A client of a firm whose cases are written by hand.
struct Office {
  explicit Office(bot::Channel channel = bot::Channel::web) {
    book.keys["IOE9990000101"] = book.keys["HP-2026-001"] = {contact("1", "+13235550101", 1989)};
    book.keys["+12135550102"] = {contact("2", "+12135550102", 1978), contact("3", "+12135550102", 1999)};
    bot::Case one;
    one.number = "HP-2026-001";
    one.kind = "parole_request";
    one.stage = "in_review";
    one.stage_since = day("2026-09-10");
    one.as_of = day("2026-11-22");
    one.attorney = "I. M. Avelino";
    one.parole_ends = day("2026-12-10");
    one.parole_ends_source = "i94";
    one.filings.push_back({"I-131", "IOE9990000101", day("2026-08-26"), day("2026-09-01")});
    book.files["1"] = {one};
    one.number = "RP-2026-015";
    book.files["3"] = {one};
    chat.channel = channel;
  }

  std::string say(const std::string& text) {
    auto result = engine.take(message(text));
    REQUIRE(result.has_value());
    chat.token = result->conversation;
    last = *result;
    return result->replies.back().text;
  }
  bot::Outcome outcome() const { return last.replies.back().outcome; }
  bot::Message message(const std::string& text) const {
    bot::Message out;
    out.conversation = chat.token;
    out.text = text;
    out.channel = chat.channel;
    out.received = chat.clock.now();
    return out;
  }
  void verify() {
    say("what is the status of my case");
    say("HP-2026-001");
    say(code);
  }

  Chat chat;
  fakes::CaseBook book;
  fakes::Outbox outbox;
  fakes::Audit audit;
  bot::Identity identity{chat.entropy, {}};
  bot::CaseDesk desk{book, identity, outbox, audit, chat.firm};
  bot::Engine engine{chat.snapshots, chat.store, chat.clock, chat.entropy, chat.firm, {}, &desk};
  bot::TurnResult last;
};

}  // namespace

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

TEST_CASE("known or not, reachable or not: the same words in the same shape") {
  Office office;
  auto& hidden = office.book.keys;
  hidden["HP-2026-100"] = {contact("9", "+13105550109", 1958)};
  hidden["HP-2026-100"][0].restriction = bot::ContactRestriction::no_bot;
  hidden["HP-2026-101"] = {contact("9", "+13105550109", 1958)};
  hidden["HP-2026-101"][0].phone_changed_on = day("2026-11-21");
  hidden["HP-2026-102"] = {contact("9", "", 1958)};
  hidden["HP-2026-102"][0].phone.reset();
  std::vector<std::string> said;
  for (const auto* const key : {"HP-2026-001", "HP-2026-999", "HP-2026-100", "HP-2026-101", "HP-2026-102"}) {
    office.chat.token.reset();
    std::string all;
    for (const auto* const text : {"how is my case", key, "000000", "000000", "000000"}) {
      all.append(office.say(text));
      all.append(std::to_string(static_cast<int>(office.outcome())));
      CHECK(office.last.replies.size() == 1);
      CHECK_FALSE(office.last.handoff.has_value());
    }
    said.push_back(all);
  }
  for (const auto& one : said) CHECK(one == said.front());
  int sent = 0;
  for (const auto& text : office.outbox.texts) sent += text.to.empty() ? 0 : 1;
  CHECK(office.outbox.texts.size() == 5);
  CHECK(sent == 1);
}

TEST_CASE("a code is worth nothing after its time, after three wrong ones, in another conversation") {
  Office office;
  const int way = GENERATE(0, 1, 2);
  office.say("how is my case");
  office.say("HP-2026-001");
  if (way == 0) office.chat.clock.pass(std::chrono::minutes(6));
  for (int i = 0; way == 1 && i < 3; ++i) office.say("000000");
  if (way == 2) {
    office.chat.token.reset();
    office.say("how is my case");
  }
  office.say(code);
  CHECK(office.outcome() != bot::Outcome::own_case);
  CHECK(office.book.looked_up == 0);
}

TEST_CASE("a conversation gets five codes, a phone three in a quarter of an hour") {
  Office office;
  office.say("how is my case");
  for (int i = 0; i < 5; ++i) office.say("HP-2026-001");
  CHECK(contains(office.say("HP-2026-001"), "stop here"));
  int sent = 0;
  for (const auto& text : office.outbox.texts) sent += text.to.empty() ? 0 : 1;
  CHECK(sent == 3);
}

TEST_CASE("guessing for a day opens a phone's case with a chance below two in a hundred thousand") {
  Office office;
  int tries = 0;
  for (int hour = 0; hour < 24; ++hour) {
    for (int conversation = 0; conversation < 20; ++conversation) {
      office.chat.token.reset();
      office.say("how is my case");
      const auto queued = office.outbox.texts.size();
      office.say("HP-2026-001");
      REQUIRE(office.outbox.texts.size() == queued + 1);
      if (!office.outbox.texts.back().to.empty()) tries += 3;
    }
    office.chat.clock.pass(std::chrono::hours(1));
  }
  CHECK(tries == 18);  // 6 codes of 3 tries each, out of a million
  CHECK(tries / 1e6 < 2e-5);
}

TEST_CASE("who shares a telephone says the year of birth too") {
  Office office;
  office.say("how is my case");
  office.say("213-555-0102");
  CHECK(contains(office.say(code), "year were you born"));
  CHECK(contains(office.say("1999"), "RP-2026-015"));
}

TEST_CASE("a wrong year ends the check") {
  Office office;
  office.say("how is my case");
  office.say("213-555-0102");
  office.say(code);
  CHECK(contains(office.say("1950"), "stop here"));
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

TEST_CASE("a verification ends when idle, after an hour, and on log out") {
  Office office;
  office.verify();
  SECTION("idle") { office.chat.clock.pass(std::chrono::minutes(31)); }
  SECTION("an hour") {
    for (int i = 0; i < 7; ++i) {
      office.chat.clock.pass(std::chrono::minutes(10));
      office.say("thanks");
    }
  }
  SECTION("log out") { CHECK(contains(office.say("log out"), "logged out")); }
  const auto read = office.book.looked_up;
  office.say("what is the status of my case");
  CHECK(office.outcome() == bot::Outcome::ask);
  CHECK(office.book.looked_up == read);
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
