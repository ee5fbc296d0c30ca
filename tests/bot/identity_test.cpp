#include "bot/office.hpp"

using namespace tulay;

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
