#include "adapters/web/json_codec.hpp"

#include <catch2/catch.hpp>
#include <nlohmann/json.hpp>

#include "contracts/turn_store_contract.hpp"

using namespace tulay;

TEST_CASE("a reply has every field of the contract, in its order") {
  const auto turn = contracts::a_turn(1, "x");
  CHECK(
      web::text_of(web::wire(turn.replies[0])) ==
      R"j({"text":"¿Cuándo? 'x'; DROP TABLE turns; -- ñ","outcome":"case","intent":"fee","confidence":0.94,)j"
      R"j("facts":[{"id":"fee.i131","value":"$630","valid_from":"2024-04-01","checked_on":"2026-10-02","superseded":true},)j"
      R"j({"id":"other","value":"90 days","valid_from":null,"checked_on":"2026-10-02","superseded":false}],)j"
      R"j("sources":[{"title":"G-1055","url":"https://www.uscis.gov/g-1055","as_of":"2026-10-02"},)j"
      R"j({"title":"Firm","url":"","as_of":null}],)j"
      R"j("suggestions":[{"label":"What is re-parole?","message":"What is re-parole?","intent":"reparole_what"}]})j");
  CHECK(
      web::text_of(web::wire(turn.replies[1])) ==
      R"({"text":"second","outcome":"fallback","intent":null,"confidence":0.0,"facts":[],"sources":[],"suggestions":[],"page":"/v1/guides/g?a=b"})");
}

TEST_CASE("what a page needs beyond the contract's fields is there only when there is something") {
  bot::Reply reply;
  reply.field = bot::Field::code;
  reply.in_frame = true;
  reply.case_card = bot::CaseCard{"N-1", "work permit N-1", "Filed", "As of now.", {}};
  reply.case_card->timeline = {
      {"Form sent", knowledge::date_from_iso("2026-11-01"), bot::CaseEventState::done},
      {"Filed", std::nullopt, bot::CaseEventState::now},
      {"interview", knowledge::date_from_iso("2026-12-01"), bot::CaseEventState::ahead}};
  const auto body = web::wire(reply);
  CHECK(body["field"] == "code");
  CHECK(body["continue_in"] == "frame");
  CHECK(web::text_of(body["case_card"]) ==
        R"({"number":"N-1","title":"work permit N-1","status":"Filed","timeline":[)"
        R"({"label":"Form sent","on":"2026-11-01","state":"done"},{"label":"Filed","on":null,"state":"now"},)"
        R"({"label":"interview","on":"2026-12-01","state":"ahead"}],"note":"As of now."})");
  reply.field = bot::Field::date;
  CHECK(web::wire(reply)["field"] == "date");
}

TEST_CASE("a turn's answer says whether the conversation went on, when one was asked for") {
  bot::TurnResult result;
  result.conversation = "t";
  result.resumed = false;
  result.turn = 1;
  result.language = knowledge::Language::tl;
  CHECK(web::text_of(web::wire(result, true)) ==
        R"({"conversation":"t","resumed":false,"turn":1,"language":"tl","replies":[],"handoff":null})");
  CHECK(web::text_of(web::wire(result, false)) ==
        R"({"conversation":"t","turn":1,"language":"tl","replies":[],"handoff":null})");
}

TEST_CASE("a handoff names its level") {
  const auto [level, text] = GENERATE(
      table<knowledge::HandoffLevel, std::string>({{knowledge::HandoffLevel::none, "none"},
                                                   {knowledge::HandoffLevel::normal, "normal"},
                                                   {knowledge::HandoffLevel::same_day, "same_day"},
                                                   {knowledge::HandoffLevel::now, "now"},
                                                   {knowledge::HandoffLevel::emergency, "emergency"}}));
  CHECK(web::text_of(web::wire(bot::HandoffNotice{level, "911", "Call", std::nullopt})) ==
        R"({"level":")" + text + R"(","phone":"911","text":"Call","ticket":null})");
}

TEST_CASE("a stored turn shows when it was, in UTC") {
  auto turn = contracts::a_turn(1, "hola");
  turn.replies.clear();
  turn.handoff.reset();
  turn.at = knowledge::Instant(std::chrono::seconds(1'767'323'045));
  CHECK(
      web::text_of(web::wire(turn)) ==
      R"({"turn":1,"at":"2026-01-02T03:04:05Z","message":"hola","language":"es","replies":[],"handoff":null})");
}

TEST_CASE("bytes that are not UTF-8 are replaced, not thrown at") {
  bot::Reply reply;
  reply.text = "a\xff";
  CHECK(web::wire(reply)["text"] == "a\xff");
  CHECK(web::text_of(web::wire(reply)).find("a\xEF\xBF\xBD") != std::string::npos);
}
