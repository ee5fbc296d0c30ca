#include <catch2/catch.hpp>

#include "adapters/cases/csv_text.hpp"
#include "adapters/cases/date_formats.hpp"
#include "adapters/cases/guarded_directory.hpp"
#include "adapters/cases/plain_text.hpp"
#include "adapters/cases/purposes.hpp"
#include "adapters/cases/sql_text.hpp"
#include "adapters/cases/sqlstate.hpp"
#include "fakes/case_book.hpp"
#include "fakes/fixed_clock.hpp"
#include "knowledge/data_file.hpp"

using namespace tulay;
using bot::CaseError;
using cases::Dialect;

namespace {

const std::vector<std::string> american{"%m/%d/%Y", "%m/%d/%y", "%Y-%m-%d", "excel"};

std::string day(const std::string& text, const std::vector<std::string>& formats = american) {
  const auto date = cases::read_day(text, formats, "America/Los_Angeles");
  return date ? knowledge::iso(*date) : "";
}

}  // namespace

TEST_CASE("named parameters become numbers, but not in quotes, comments and casts") {
  const auto [written, sent] = GENERATE(table<std::string, std::string>({
      {"a = :x AND b = :y AND c = :x", "a = $1 AND b = $2 AND c = $1"},
      {"a::text = :x::text", "a::text = $1::text"},
      {"a = ':x' AND b = :x", "a = ':x' AND b = $1"},
      {"a = 'it''s :x' AND b = :x", "a = 'it''s :x' AND b = $1"},
      {"a = E'\\':x' AND b = :x", "a = E'\\':x' AND b = $1"},
      {"a = $$ :x $$ AND b = :x", "a = $$ :x $$ AND b = $1"},
      {"a = $t$ $$ :x $t$ AND b = :x", "a = $t$ $$ :x $t$ AND b = $1"},
      {"a = :x -- :y\n AND b = :x", "a = $1 -- :y\n AND b = $1"},
      {"a = /* :y /* :z */ :w */ :x", "a = /* :y /* :z */ :w */ $1"},
      {"\"odd:name\" = :x", "\"odd:name\" = $1"},
  }));
  CHECK(cases::numbered(written).sql == sent);
}

TEST_CASE("what never ends in a statement is noticed") {
  const auto* const sql =
      GENERATE("SELECT 'a", "SELECT \"a", "SELECT /* a", "SELECT $$ a", "SELECT $t$ a $$");
  const auto tokens = cases::sql_tokens(sql, Dialect::postgres);
  CHECK(tokens.back().kind == cases::SqlTokenKind::unfinished);
}

TEST_CASE("dates are read as the firm writes them, and an unreal one is none") {
  const auto [written, read] = GENERATE(table<std::string, std::string>({
      {"11/24/2026", "2026-11-24"},
      {"1/2/2026", "2026-01-02"},
      {"11/24/26", "2026-11-24"},
      {"11/24/60", "2060-11-24"},
      {"11/24/61", ""},  // 1961, before any case
      {"11/24/26 08:30:00", "2026-11-24"},
      {"11/24/2026 6:05 PM", "2026-11-24"},
      {"2026-11-24", "2026-11-24"},
      {"2026-11-24T07:59:59Z", "2026-11-23"},  // still the day before in Los Angeles
      {"2026-11-24T08:00:00Z", "2026-11-24"},
      {"2026-11-24 00:30:00-08", "2026-11-24"},
      {"2026-11-24 00:30:00.123456+00:00", "2026-11-23"},
      {"46350", "2026-11-24"},
      {"46350.75", "2026-11-24"},
      {"2028-02-29", "2028-02-29"},
      {"2027-02-29", ""},
      {"2026-13-01", ""},
      {"13/24/2026", ""},
      {"11/24/2026 or so", ""},
      {"soon", ""},
      {"", ""},
      {"11/24/12026", ""},
  }));
  INFO(written);
  CHECK(day(written) == read);
}

TEST_CASE("text from a database is plain: no control characters, no bytes that are none, not endless") {
  CHECK(cases::plain_text("  Tom\xC3\xA1s \x1b[31m(brother)\n ") == "Tom\xC3\xA1s [31m(brother)");
  CHECK(cases::plain_text("a\xE2\x80\xAE"
                          "b\xE2\x80\x8B") == "ab");
  CHECK_FALSE(cases::plain_text("Tom\xE1s").has_value());
  CHECK_FALSE(cases::plain_text("\xED\xA0\x80").has_value());
  CHECK_FALSE(cases::plain_text(std::string(201, 'a')).has_value());
}

TEST_CASE("an error of PostgreSQL is one of four") {
  CHECK(cases::error_of_sqlstate("57014") == CaseError::timed_out);
  CHECK(cases::error_of_sqlstate("55P03") == CaseError::timed_out);
  CHECK(cases::error_of_sqlstate("08006") == CaseError::unavailable);
  CHECK(cases::error_of_sqlstate("57P01") == CaseError::unavailable);
  CHECK(cases::error_of_sqlstate("53300") == CaseError::unavailable);
  CHECK(cases::error_of_sqlstate("25006") == CaseError::refused);
  CHECK(cases::error_of_sqlstate("42501") == CaseError::misconfigured);
  CHECK(cases::error_of_sqlstate("42P01") == CaseError::misconfigured);
  CHECK(cases::error_of_sqlstate("42703") == CaseError::misconfigured);
  CHECK(cases::error_of_sqlstate("28P01") == CaseError::misconfigured);
  CHECK(cases::error_of_sqlstate("XX000") == CaseError::unavailable);
  CHECK(cases::error_of_sqlstate("") == CaseError::unavailable);
}

TEST_CASE(
    "the breaker opens after five failures in half a minute, tries every fifteen seconds, and closes by "
    "itself") {
  fakes::FixedClock clock;
  auto inner = std::make_unique<fakes::CaseBook>();
  auto& book = *inner;
  std::vector<std::string> told;
  const cases::GuardedDirectory directory(std::move(inner), clock,
                                          [&](std::string_view what) { told.emplace_back(what); });
  const auto asks = [&] { return directory.contacts({bot::CaseKeyKind::case_number, "A-1"}).has_value(); };
  book.down = true;
  for (int i = 0; i < 4; ++i) CHECK_FALSE(asks());
  clock.pass(std::chrono::seconds(31));  // too long ago to count
  for (int i = 0; i < 4; ++i) CHECK_FALSE(asks());
  CHECK(told.empty());
  CHECK_FALSE(asks());
  CHECK(told.size() == 1);
  book.down = false;
  CHECK_FALSE(asks());
  clock.pass(std::chrono::seconds(14));
  CHECK_FALSE(asks());
  book.down = true;
  clock.pass(std::chrono::seconds(1));
  CHECK_FALSE(asks());  // the probe, in vain
  book.down = false;
  CHECK_FALSE(asks());
  clock.pass(std::chrono::seconds(15));
  CHECK(asks());
  CHECK(asks());
  CHECK(told ==
        std::vector<std::string>{"the firm's cases are unavailable; case questions go to the office until "
                                 "they can be read again",
                                 "the firm's cases can be read again"});
}

TEST_CASE("a clock that is set back does not keep the breaker open") {
  fakes::FixedClock clock;
  cases::Breaker breaker(clock, {});
  static_cast<void>(breaker.failed(true));
  clock.pass(std::chrono::hours(-24));
  CHECK_FALSE(breaker.lets_through());
  clock.pass(std::chrono::seconds(15));
  CHECK(breaker.lets_through());
  CHECK_FALSE(breaker.lets_through());  // one probe at a time
}

TEST_CASE("the stages that a mapping may name are those that the bot has words for") {
  knowledge::Problems problems;
  const auto file = std::filesystem::path(TULAY_SOURCE_DIR) / "knowledge/case_stages.toml";
  auto table = knowledge::read_data_file(file, "case_stages.toml", problems);
  REQUIRE(table.has_value());
  auto told = table->keys();
  std::sort(told.begin(), told.end());
  const auto known = cases::vocabulary("stage")->words;
  std::vector<std::string> ours(known.begin(), known.end());
  std::sort(ours.begin(), ours.end());
  CHECK(ours == told);
}

TEST_CASE("spreadsheets are read with their quotes, separators, line breaks and old letters") {
  const auto file = cases::read_csv("a;b;c\r\n1;\"two; \"\"2\"\"\nlines\";3\r\n\r\n4;5;6");
  REQUIRE(file.records.size() == 3);
  CHECK(file.records[1].fields == std::vector<std::string>{"1", "two; \"2\"\nlines", "3"});
  CHECK(file.records[1].line == 2);
  CHECK(file.records[2].fields == std::vector<std::string>{"4", "5", "6"});
  CHECK(file.records[2].line == 5);
  CHECK(cases::read_csv("a,\"b").unfinished);
  CHECK(cases::as_utf8("\xEF\xBB\xBFTom\xC3\xA1s") == "Tom\xC3\xA1s");
  CHECK(cases::as_utf8("Tom\xE1s \x80") == "Tom\xC3\xA1s \xE2\x82\xAC");
}
