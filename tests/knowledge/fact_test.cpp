#include "knowledge/fact.hpp"

#include <catch2/catch.hpp>

#include "knowledge/data_file.hpp"

namespace tulay::knowledge {
namespace {

Date day(const char* text) { return *date_from_iso(text); }

std::vector<Fact> facts_in(std::string_view toml, Problems& problems) {
  auto file = read_data_text(toml, "facts/test.toml", problems);
  REQUIRE(file.has_value());
  return read_facts(*file);
}

constexpr std::string_view two_fees = R"(
['fee.test']
label = { en = 'Fee', es = 'Tarifa', tl = 'Bayad' }
[['fee.test'.value]]
usd = 630
valid_from = 2024-04-01
checked_on = 2026-10-02
review_by = 2027-01-01
source = 'page'
confidence = 'SEC2'
[['fee.test'.value]]
usd = 575
valid_from = 2016-12-23
valid_to = 2024-03-31
checked_on = 2026-10-02
source = 'page'
confidence = 'OFF'
)";

TEST_CASE("the day asked decides which value of a fact holds") {
  Problems problems;
  const auto facts = facts_in(two_fees, problems);
  REQUIRE(problems.empty());
  const Fact& fee = facts.at(0);
  const auto [asked, usd] = GENERATE(table<const char*, const char*>({
      {"2016-12-23", "$575"},
      {"2024-03-31", "$575"},
      {"2024-04-01", "$630"},
      {"2030-01-01", "$630"},
  }));
  const auto* value = fee.on(day(asked));
  REQUIRE(value != nullptr);
  CHECK(to_text(value->amount, Language::en) == usd);
}

TEST_CASE("before its first value a fact has none") {
  Problems problems;
  CHECK(facts_in(two_fees, problems).at(0).on(day("2016-12-22")) == nullptr);
}

TEST_CASE("a value past its review date is known to be stale, not hidden") {
  Problems problems;
  const auto facts = facts_in(two_fees, problems);
  const auto* value = facts.at(0).showable_on(day("2027-01-02"));
  REQUIRE(value != nullptr);
  CHECK(value->stale_on(day("2027-01-02")));
  CHECK_FALSE(value->stale_on(day("2027-01-01")));
}

TEST_CASE("what was only recalled, or is not known, is never shown") {
  const auto line =
      GENERATE(as<std::string>{}, "usd = 5\nconfidence = 'REC'", "usd = 5\nconfidence = 'CALC'",
               "unknown = true\nconfidence = 'OFF'", "usd = 5\nconfidence = 'OFF'\nshow = false");
  Problems problems;
  const auto facts = facts_in(
      "['a.b']\nlabel = { en = 'x', es = 'x', tl = 'x' }\n[['a.b'.value]]\n"
      "checked_on = 2026-10-02\nsource = 'page'\n" +
          line,
      problems);
  REQUIRE(problems.empty());
  CHECK(facts.at(0).on(day("2026-11-24")) != nullptr);
  CHECK(facts.at(0).showable_on(day("2026-11-24")) == nullptr);
}

TEST_CASE("figures are written as people of the language read them") {
  const auto [amount, en, es, tl] = GENERATE(table<Amount, std::string, std::string, std::string>({
      {Days{90}, "90 days", "90 días", "90 araw"},
      {Percent{25}, "25%", "25%", "25%"},
  }));
  CHECK(to_text(amount, Language::en) == en);
  CHECK(to_text(amount, Language::es) == es);
  CHECK(to_text(amount, Language::tl) == tl);
}

TEST_CASE("a fault in a fact is told with its line") {
  Problems problems;
  facts_in(
      "['a.b']\nlabel = { en = 'x', es = 'x', tl = 'x' }\n[['a.b'.value]]\nusd = 'five'\n"
      "checked_on = 2026-10-02\nsource = 'page'\nconfidence = 'OFF'\n",
      problems);
  REQUIRE(has_errors(problems));
  CHECK(problems.front().at.file == "facts/test.toml");
  CHECK(problems.front().at.line == 4);
}

}  // namespace
}  // namespace tulay::knowledge
