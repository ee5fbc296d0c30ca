#include "intents/understand.hpp"

#include <rapidcheck.h>
#include <catch2/catch.hpp>

#include <filesystem>

#include "intents/explain.hpp"

namespace tulay::intents {
namespace {

const knowledge::Date asked_on = *knowledge::date_from_iso("2026-11-24");

const Catalog& shipped() {
  static const auto catalog = [] {
    knowledge::Problems problems;
    return Catalog::load(std::filesystem::path(TULAY_SOURCE_DIR) / "intents", problems);
  }();
  REQUIRE(catalog.has_value());
  return *catalog;
}

TEST_CASE("what the code rests on: the meaning, not the marks, the case or the accents") {
  const auto* const written = GENERATE("¿Cuánto cuesta el parole?", "cuanto cuesta el parole",
                                       "CUANTO CUESTA EL PAROLE!!", "cuánto   cuesta el paróle ?");
  const auto meant = understand(shipped(), written, {}, asked_on);
  REQUIRE(meant.clauses.size() == 1);
  CHECK(meant.clauses[0].decision == Decision::answer);
  CHECK(meant.clauses[0].candidates.at(0).intent == "fee");
  CHECK(meant.language == knowledge::Language::es);
}

TEST_CASE("likeness alone answers no sooner than patterns do") {
  const auto& t = shipped().thresholds();
  CHECK(t.alone >= t.answer);
  for (const auto& example : shipped().examples()) {
    const auto meant = understand(shipped(), example.text, {}, asked_on);
    for (const auto& clause : meant.clauses) {
      if (clause.decision != Decision::answer || clause.from_context) continue;
      const auto& best = clause.candidates.at(0);
      CHECK((!best.suggested || best.score >= t.alone));
    }
  }
}

TEST_CASE(
    "a message is parted where its parts are questions, at a comma too, and not where a story leads to one") {
  const auto topics = [](const char* text) {
    std::vector<std::string> out;
    for (const auto& clause : understand(shipped(), text, {}, asked_on).clauses)
      out.push_back(clause.candidates.at(0).intent);
    return out;
  };
  using Topics = std::vector<std::string>;
  CHECK(topics("how much is the fee, how long does it take, and where is your office?") ==
        Topics{"fee", "processing_time", "office_info"});
  CHECK(topics("Hello, good morning, my mother is in Manila, how much is the fee?") == Topics{"fee"});
  CHECK(topics("My uncle asked me something at dinner, so how much is the filing fee, please?") ==
        Topics{"fee"});
}

TEST_CASE("two questions are two clauses, in their order") {
  const auto meant =
      understand(shipped(), "How much is the filing fee? And how long does USCIS take?", {}, asked_on);
  REQUIRE(meant.clauses.size() == 2);
  CHECK(meant.clauses[0].candidates.at(0).intent == "fee");
  CHECK(meant.clauses[1].candidates.at(0).intent == "processing_time");
}

TEST_CASE("a follow-up is read with what was talked about, and only then") {
  Context talking;
  talking.last_intent = "fee";
  CHECK(understand(shipped(), "and for my mom?", talking, asked_on).clauses.at(0).decision ==
        Decision::answer);
  CHECK(understand(shipped(), "and for my mom?", {}, asked_on).clauses.at(0).decision != Decision::answer);
}

TEST_CASE("what was offered is chosen by its number") {
  Context asked;
  asked.offered = {"fee", "processing_time"};
  const auto meant = understand(shipped(), "2", asked, asked_on);
  CHECK(meant.clauses.at(0).decision == Decision::answer);
  CHECK(meant.clauses.at(0).candidates.at(0).intent == "processing_time");
}

TEST_CASE("any bytes are understood as something, the same each time, with clauses inside the text") {
  CHECK(rc::check([](const std::vector<unsigned char>& bytes) {
    const std::string text(bytes.begin(), bytes.end());
    const auto meant = understand(shipped(), text, {}, asked_on);
    RC_ASSERT(!meant.clauses.empty());
    std::size_t end = 0;
    for (const auto& clause : meant.clauses) {
      RC_ASSERT(clause.span.begin >= end);
      RC_ASSERT(clause.span.end <= text.size());
      end = clause.span.end;
    }
    RC_ASSERT(explain(meant, text) == explain(understand(shipped(), text, {}, asked_on), text));
  }));
}

TEST_CASE("staff see each concept with the client's own words") {
  CHECK(concepts_in(shipped(), "¿Cuánto cuesta?").find("=\"Cuánto cuesta\"") != std::string::npos);
}

}  // namespace
}  // namespace tulay::intents
