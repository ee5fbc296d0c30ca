#include "adapters/store/session_codec.hpp"

#include <catch2/catch.hpp>

#include "contracts/turn_store_contract.hpp"

using namespace tulay;

TEST_CASE("sessions and turns come back from their stored form") {
  const auto session = contracts::a_session("s", 3, 5);
  contracts::check_same(store::session_from(store::encode(session)).value(), session);
  const auto turn = contracts::a_turn(3, "hola", "m");
  contracts::check_same(store::turn_from(store::encode(turn)).value(), turn);
}

TEST_CASE("a case card is not stored; the field that was asked for is") {
  auto turn = contracts::a_turn(3, "hola", "m");
  turn.replies[0].field = bot::Field::code;
  turn.replies[0].in_frame = true;
  turn.replies[0].case_card = bot::CaseCard{"HP-2026-001", "parole HP-2026-001", "Under review", "", {}};
  const auto stored = store::encode(turn);
  CHECK(stored.find("HP-2026-001") == std::string::npos);
  const auto read = store::turn_from(stored).value();
  CHECK_FALSE(read.replies[0].case_card.has_value());
  CHECK(read.replies[0].field == bot::Field::code);
  CHECK(read.replies[0].in_frame);
}

TEST_CASE("fields that an older program did not store read as their defaults") {
  const auto session = store::session_from(R"({"id":"s"})");
  REQUIRE(session.has_value());
  CHECK(session->turns == 0);
  CHECK(session->language == knowledge::Language::en);
}

TEST_CASE("damaged text is not a session") {
  const std::string text =
      GENERATE("", "[]", "{", R"({"id":1})", R"({"id":"s","offered":[1]})", "{\"id\":\"\xff\"}");
  CHECK_FALSE(store::session_from(text).has_value());
}

TEST_CASE("damaged text is not a turn") {
  const std::string text = GENERATE("", "3", R"({"turn":"x"})", R"({"replies":[1]})");
  CHECK_FALSE(store::turn_from(text).has_value());
}
