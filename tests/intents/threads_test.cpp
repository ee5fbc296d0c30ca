#include "intents/threads.hpp"

#include <catch2/catch.hpp>

#include "intents/understand.hpp"

namespace tulay::intents {
namespace {

const std::vector<std::string> intents{"fee", "firm_fees", "processing_time", "thanks"};

Threads read(const char* text, knowledge::Problems& problems) {
  Threads threads;
  auto file = knowledge::read_data_text(text, "threads.toml", problems);
  REQUIRE(file.has_value());
  threads.read(*file, intents);
  return threads;
}

TEST_CASE("an intent is talked about together with all of its groups, each named once") {
  knowledge::Problems problems;
  const auto threads = read(
      "money = ['fee', 'firm_fees']\n"
      "filing = ['processing_time', 'fee', 'firm_fees']\n",
      problems);
  CHECK(problems.empty());
  CHECK(threads.related(0) == std::vector<int>{1, 2});
  CHECK(threads.related(2) == std::vector<int>{0, 1});
  CHECK(threads.related(3).empty());
}

TEST_CASE("a group with a name that is no intent is a problem that says which was meant") {
  knowledge::Problems problems;
  (void)read("money = ['fee', 'firm_fee']\n", problems);
  REQUIRE(problems.size() == 1);
  CHECK(problems[0].message == "no intent 'firm_fee'");
  CHECK(problems[0].remedy.find("firm_fees") != std::string::npos);
}

TEST_CASE("a message of few words is read with what was talked about, and a plain one as it stands") {
  knowledge::Problems problems;
  const auto catalog = Catalog::load(std::filesystem::path(TULAY_SOURCE_DIR) / "intents", problems);
  REQUIRE(catalog.has_value());
  const auto asked = *knowledge::date_from_iso("2026-11-24");
  const auto share_of = [&](const char* intent, const char* text, std::optional<std::string> last) {
    Context context;
    context.last_intent = std::move(last);
    const auto meant = understand(*catalog, text, context, asked);
    for (const auto& candidate : meant.clauses.at(0).candidates)
      if (candidate.intent == intent) return candidate.score;
    return 0.0;
  };
  CHECK(share_of("sponsor_support", "does he need a job", "sponsor_support") >
        share_of("sponsor_support", "does he need a job", std::nullopt));
  CHECK(share_of("fee", "how much is the filing fee", "privacy") > 0.9);
}

}  // namespace
}  // namespace tulay::intents
