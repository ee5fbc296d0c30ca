#include "adapters/cases/sqlite_parole_ends.hpp"

#include <SQLiteCpp/SQLiteCpp.h>

#include <catch2/catch.hpp>

#include "adapters/cases/demo_cases.hpp"
#include "fakes/temporary_folder.hpp"

using namespace tulay;

namespace {

const auto the_day = *knowledge::date_from_iso("2026-11-24");

std::vector<std::string> numbers(const bot::ParoleEnds& paroles, int first, int last) {
  const auto found =
      paroles.ending(knowledge::plus_days(the_day, first), knowledge::plus_days(the_day, last));
  REQUIRE(found.has_value());
  std::vector<std::string> out;
  for (const auto& one : *found) out.push_back(one.case_number);
  return out;
}

}  // namespace

TEST_CASE("paroles that end are found by their day, soonest first, with how the client may be reached") {
  const auto paroles = std::move(*cases::SqliteParoleEnds::demo(the_day));
  using Numbers = std::vector<std::string>;
  CHECK(numbers(*paroles, 1, 180) == Numbers{"RP-2026-014", "RP-2026-022", "RP-2026-020"});
  CHECK(numbers(*paroles, 25, 25) == Numbers{"RP-2026-014"});
  CHECK(numbers(*paroles, 26, 69).empty());
  const auto found = paroles->ending(the_day, knowledge::plus_days(the_day, 30));
  const auto& sasha = found->at(0);
  CHECK(sasha.ends == knowledge::plus_days(the_day, 25));
  CHECK(sasha.phone == "+12135550102");
  CHECK(sasha.language == knowledge::Language::en);
  CHECK(sasha.time_zone == "America/Los_Angeles");
  CHECK(sasha.consents);
  CHECK(sasha.restriction == bot::ContactRestriction::none);
}

TEST_CASE("closed cases, those not shared with the bot, and other people's paroles are left out") {
  const fakes::TemporaryFolder folder;
  const auto file = folder.path() / "cases.db";
  const auto* const change = GENERATE("closed_on = '2026-11-01'", "share_with_bot = 0", "role = 'petitioner'",
                                      "parole_ends = 'soon'");
  {
    SQLite::Database database(file.string(), SQLite::OPEN_READWRITE | SQLite::OPEN_CREATE);
    cases::fill_with_demo(database, the_day);
    database.exec(std::string("UPDATE matter SET ") + change + " WHERE case_number = 'RP-2026-014'");
  }
  const auto paroles = std::move(*cases::SqliteParoleEnds::open(file));
  CHECK(numbers(*paroles, 1, 30).empty());
  CHECK(numbers(*paroles, 1, 90).size() == 1);
}

TEST_CASE("a file without the firm's cases is refused by a sentence") {
  const fakes::TemporaryFolder folder;
  CHECK(cases::SqliteParoleEnds::open(folder.path() / "none.db")
            .error()
            .starts_with("cannot read the firm's cases"));
  fakes::write(folder.path() / "text.db", "this is no database, but long enough to be looked at");
  CHECK(cases::SqliteParoleEnds::open(folder.path() / "text.db")
            .error()
            .starts_with("cannot read the firm's cases"));
}
