#pragma once

#include <catch2/catch.hpp>
#include <string>

#include "bot/ports/store.hpp"

namespace tulay::contracts {

using knowledge::Instant;

inline Instant at(int second) { return Instant(std::chrono::seconds(1'790'000'000 + second)); }

inline bot::Session a_session(const std::string& id, int turns, int second) {
  bot::Session session;
  session.id = id;
  session.channel = bot::Channel::console;
  session.language = knowledge::Language::tl;
  session.language_chosen = true;
  session.turns = turns;
  session.misses = 1;
  session.last_intent = "parole_expiry";
  session.offered = {"reparole_what", "fee"};
  session.slots = {{"relationship", "mother"}};
  session.answered = true;
  session.person =
      bot::PersonAsked{bot::HandoffReason::anger, knowledge::HandoffLevel::now, at(second), true};
  session.guides = {{"parole_fit", {{"place", "outside"}}, {}, 1, true},
                    {"parole_ending", {}, {"2027-05-06", "2027-06-05"}, 0, false}};
  session.started = at(0);
  session.last_active = at(second);
  return session;
}

inline bot::StoredTurn a_turn(int number, const std::string& text,
                              std::optional<std::string> message_id = {}) {
  bot::StoredTurn turn;
  turn.turn = number;
  turn.client_text = text;
  bot::Reply reply;
  reply.text = "¿Cuándo? 'x'; DROP TABLE turns; -- ñ";
  reply.outcome = bot::Outcome::own_case;
  reply.intent = "fee";
  reply.confidence = 0.94;
  reply.facts = {{"fee.i131", "$630", knowledge::date_from_iso("2024-04-01"),
                  *knowledge::date_from_iso("2026-10-02"), true},
                 {"other", "90 days", std::nullopt, *knowledge::date_from_iso("2026-10-02"), false}};
  reply.sources = {{"G-1055", "https://www.uscis.gov/g-1055", knowledge::date_from_iso("2026-10-02")},
                   {"Firm", "", {}}};
  reply.suggestions = {{"What is re-parole?", "What is re-parole?", "reparole_what"}};
  bot::Reply second;
  second.text = "second";
  second.page = "/v1/guides/g?a=b";
  turn.replies = {reply, second};
  turn.language = knowledge::Language::es;
  turn.handoff =
      bot::HandoffNotice{knowledge::HandoffLevel::same_day, "(213) 555-0100", "Call us today.", "H-7K2M9QXW"};
  turn.client_message_id = std::move(message_id);
  turn.at = at(number);
  return turn;
}

inline void check_same(const bot::Reply& a, const bot::Reply& b) {
  CHECK(a.text == b.text);
  CHECK(a.outcome == b.outcome);
  CHECK(a.intent == b.intent);
  CHECK(a.confidence == b.confidence);
  CHECK(a.page == b.page);
  REQUIRE(a.facts.size() == b.facts.size());
  for (std::size_t i = 0; i < a.facts.size(); ++i) {
    CHECK(a.facts[i].id == b.facts[i].id);
    CHECK(a.facts[i].value == b.facts[i].value);
    CHECK(a.facts[i].valid_from == b.facts[i].valid_from);
    CHECK(a.facts[i].checked_on == b.facts[i].checked_on);
    CHECK(a.facts[i].superseded == b.facts[i].superseded);
  }
  REQUIRE(a.sources.size() == b.sources.size());
  for (std::size_t i = 0; i < a.sources.size(); ++i) {
    CHECK(a.sources[i].title == b.sources[i].title);
    CHECK(a.sources[i].url == b.sources[i].url);
    CHECK(a.sources[i].as_of == b.sources[i].as_of);
  }
  REQUIRE(a.suggestions.size() == b.suggestions.size());
  for (std::size_t i = 0; i < a.suggestions.size(); ++i) {
    CHECK(a.suggestions[i].label == b.suggestions[i].label);
    CHECK(a.suggestions[i].message == b.suggestions[i].message);
    CHECK(a.suggestions[i].intent == b.suggestions[i].intent);
  }
}

inline void check_same(const bot::StoredTurn& a, const bot::StoredTurn& b) {
  CHECK(a.turn == b.turn);
  CHECK(a.client_text == b.client_text);
  CHECK(a.language == b.language);
  CHECK(a.client_message_id == b.client_message_id);
  CHECK(a.at == b.at);
  REQUIRE(a.handoff.has_value() == b.handoff.has_value());
  if (a.handoff) {
    CHECK(a.handoff->level == b.handoff->level);
    CHECK(a.handoff->phone == b.handoff->phone);
    CHECK(a.handoff->text == b.handoff->text);
    CHECK(a.handoff->ticket == b.handoff->ticket);
  }
  REQUIRE(a.replies.size() == b.replies.size());
  for (std::size_t i = 0; i < a.replies.size(); ++i) check_same(a.replies[i], b.replies[i]);
}

inline void check_same(const bot::Session& a, const bot::Session& b) {
  CHECK(a.id == b.id);
  CHECK(a.channel == b.channel);
  CHECK(a.language == b.language);
  CHECK(a.language_chosen == b.language_chosen);
  CHECK(a.turns == b.turns);
  CHECK(a.misses == b.misses);
  CHECK(a.last_intent == b.last_intent);
  CHECK(a.offered == b.offered);
  CHECK(a.slots == b.slots);
  CHECK(a.answered == b.answered);
  REQUIRE(a.person.has_value() == b.person.has_value());
  if (a.person) {
    CHECK(a.person->reason == b.person->reason);
    CHECK(a.person->level == b.person->level);
    CHECK(a.person->at == b.person->at);
    CHECK(a.person->reachable == b.person->reachable);
  }
  REQUIRE(a.guides.size() == b.guides.size());
  for (std::size_t i = 0; i < a.guides.size(); ++i) {
    CHECK(a.guides[i].guide == b.guides[i].guide);
    CHECK(a.guides[i].answers == b.guides[i].answers);
    CHECK(a.guides[i].readings == b.guides[i].readings);
    CHECK(a.guides[i].misses == b.guides[i].misses);
    CHECK(a.guides[i].paused == b.guides[i].paused);
  }
  CHECK(a.started == b.started);
  CHECK(a.last_active == b.last_active);
}

/// What every TurnStore must do; `store` is fresh.
inline void behaves_as_a_turn_store(bot::TurnStore& store) {
  SECTION("nothing is there at first, which is no error") {
    CHECK_FALSE(store.session("none", at(0)).value().has_value());
    CHECK_FALSE(store.turn_of("none", "m").value().has_value());
    CHECK(store.turns("none", 10).value().empty());
    CHECK(store.forget("none").has_value());
    CHECK(store.ready());
  }
  SECTION("a session and its turn come back as they were") {
    const auto session = a_session("s", 1, 5);
    const auto turn = a_turn(1, "hola", "m1");
    REQUIRE(store.commit(session, turn).has_value());
    check_same(store.session("s", at(0)).value().value(), session);
    check_same(store.turn_of("s", "m1").value().value(), turn);
    CHECK_FALSE(store.turn_of("s", "m2").value().has_value());
    CHECK_FALSE(store.turn_of("other", "m1").value().has_value());
  }
  SECTION("a session that was last active too long ago is not there") {
    REQUIRE(store.commit(a_session("s", 1, 5), a_turn(1, "a")).has_value());
    CHECK(store.session("s", at(5)).value().has_value());
    CHECK_FALSE(store.session("s", at(6)).value().has_value());
  }
  SECTION("the last turns come oldest first") {
    for (int n = 1; n <= 12; ++n)
      REQUIRE(store.commit(a_session("s", n, n), a_turn(n, std::to_string(n))).has_value());
    REQUIRE(store.commit(a_session("other", 1, 1), a_turn(1, "not ours")).has_value());
    const auto turns = store.turns("s", 3).value();
    REQUIRE(turns.size() == 3);
    CHECK(turns[0].client_text == "10");
    CHECK(turns[2].client_text == "12");
    CHECK(store.session("s", at(0)).value()->turns == 12);
  }
  SECTION("a turn number or a message id that is there already is a conflict, and nothing changes") {
    REQUIRE(store.commit(a_session("s", 1, 1), a_turn(1, "first", "m1")).has_value());
    const auto same_number = store.commit(a_session("s", 9, 9), a_turn(1, "second", "m2"));
    const auto same_message = store.commit(a_session("s", 9, 9), a_turn(2, "second", "m1"));
    REQUIRE_FALSE(same_number.has_value());
    REQUIRE_FALSE(same_message.has_value());
    CHECK(same_number.error().kind == bot::StoreErrorKind::conflict);
    CHECK(same_message.error().kind == bot::StoreErrorKind::conflict);
    CHECK(store.session("s", at(0)).value()->turns == 1);
    CHECK(store.turns("s", 10).value().size() == 1);
    CHECK(store.commit(a_session("other", 1, 1), a_turn(1, "same id elsewhere", "m1")).has_value());
  }
  SECTION("turns without a message id never conflict with each other") {
    REQUIRE(store.commit(a_session("s", 1, 1), a_turn(1, "a")).has_value());
    CHECK(store.commit(a_session("s", 2, 2), a_turn(2, "a")).has_value());
  }
  SECTION("a forgotten conversation is gone, and others stay") {
    REQUIRE(store.commit(a_session("s", 1, 1), a_turn(1, "secret", "m1")).has_value());
    REQUIRE(store.commit(a_session("other", 1, 1), a_turn(1, "stays")).has_value());
    REQUIRE(store.forget("s").has_value());
    CHECK_FALSE(store.session("s", at(0)).value().has_value());
    CHECK_FALSE(store.turn_of("s", "m1").value().has_value());
    CHECK(store.turns("s", 10).value().empty());
    CHECK(store.turns("other", 10).value().size() == 1);
  }
  SECTION("text with zero bytes and quotes comes back whole") {
    const std::string odd("a\0b'\";--\xF0\x9F\x99\x82", 12);
    REQUIRE(store.commit(a_session("s", 1, 1), a_turn(1, odd, odd)).has_value());
    CHECK(store.turn_of("s", odd).value()->client_text == odd);
  }
}

}  // namespace tulay::contracts
