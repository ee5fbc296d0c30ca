#include "knowledge/guide.hpp"

#include <catch2/catch.hpp>

#include "knowledge/guide_checks.hpp"

using namespace tulay::knowledge;

namespace {

const std::string head = R"(
guide = 'g'
topic = 'fee'
label = { en = 'l', es = 'l', tl = 'l' }
question = { en = 'q', es = 'q', tl = 'q' }
reviewed = 2026-11-25
)";
const std::string said = R"(
[[say]]
en = 'e'
es = 's'
tl = 't'
[say.sms]
en = 'e'
es = 's'
tl = 't'
)";

std::string yes_no(const std::string& id, const std::string& yes_leads_to = "") {
  const auto way = yes_leads_to.empty() ? std::string() : "leads_to = '" + yes_leads_to + "'\n";
  return "[[step]]\nid = '" + id +
         "'\nkind = 'yes_no'\nen = 'e'\nes = 's'\ntl = 't'\n[[step.option]]\nid = 'yes'\n" + way +
         "[[step.option]]\nid = 'no'\n";
}

std::string first_problem(const std::string& text) {
  Problems problems;
  auto file = read_data_text(text, "g.toml", problems);
  REQUIRE(file.has_value());
  check_guide(read_guide(*file), problems);
  return problems.empty() ? "" : to_string(problems.front());
}

}  // namespace

TEST_CASE("a guide with two questions and a result is sound") {
  CHECK(first_problem(head + yes_no("a") + yes_no("b") + said).empty());
}

TEST_CASE("questions that run in a circle are named") {
  CHECK_THAT(first_problem(head + yes_no("a") + yes_no("b", "a") + said),
             Catch::Contains("the questions run in a circle: a → b → a"));
}

TEST_CASE("an answer that leads nowhere is named, with what was meant") {
  CHECK_THAT(
      first_problem(head + yes_no("first", "secnd") + yes_no("second") + said),
      Catch::Contains("an answer to 'first' leads to unknown question 'secnd'") && Catch::Contains("second"));
}

TEST_CASE("a question that no answer reaches is named") {
  const auto lonely =
      "[[step]]\nid = 'a'\nkind = 'text'\nleads_to = 'result'\nen = 'e'\nes = 's'\ntl = 't'\n";
  CHECK_THAT(first_problem(head + lonely + yes_no("b") + said),
             Catch::Contains("question 'b' is never asked"));
}

TEST_CASE("a question that lacks a language is no question") {
  const auto silent = "[[step]]\nid = 'a'\nkind = 'text'\nen = 'e'\nes = 's'\n";
  CHECK_THAT(first_problem(head + silent + said), Catch::Contains("tl"));
}

TEST_CASE("a paragraph for an answer that cannot be given is named") {
  const auto never = "[[say]]\nwhen = ['a=maybe']\nen = 'e'\nes = 's'\ntl = 't'\n";
  CHECK_THAT(first_problem(head + yes_no("a") + never + said), Catch::Contains("'a' has no answer 'maybe'"));
}

TEST_CASE("days left are told only where there is a date") {
  const auto careless = "[[say]]\nen = '{days.a}'\nes = '{days.a}'\ntl = '{days.a}'\n";
  const auto date = "[[step]]\nid = 'a'\nkind = 'date'\nen = 'e'\nes = 's'\ntl = 't'\n";
  CHECK_THAT(first_problem(head + date + careless + said),
             Catch::Contains("{days.a} may have no value here"));
}

TEST_CASE("a result that may be empty is a fault") {
  CHECK_THAT(first_problem(head + yes_no("a")), Catch::Contains("the result of guide 'g' may be empty"));
}
