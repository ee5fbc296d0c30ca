#include "knowledge/calendar.hpp"

#include <rapidcheck.h>
#include <catch2/catch.hpp>

namespace tulay::knowledge {
namespace {

TEST_CASE("only real days are dates") {
  CHECK(date_from_iso("2028-02-29").has_value());
  for (const char* text :
       {"2027-02-29", "2026-13-01", "2026-00-10", "2026-1-1", "1899-12-31", "2201-01-01", "", "x"})
    CHECK_FALSE(date_from_iso(text).has_value());
}

TEST_CASE("an ISO date comes back as it was written") {
  CHECK(rc::check([] {
    const auto start = *date_from_iso("1900-01-01");
    const auto date = plus_days(start, *rc::gen::inRange(0, 109000));
    RC_ASSERT(date_from_iso(iso(date)) == date);
  }));
}

TEST_CASE("counting days forth and back agrees") {
  CHECK(rc::check([] {
    const auto from = plus_days(*date_from_iso("1990-01-01"), *rc::gen::inRange(0, 20000));
    const int days = *rc::gen::inRange(-5000, 5000);
    RC_ASSERT(days_between(from, plus_days(from, days)) == days);
  }));
}

TEST_CASE("the month stands in words, because 10/16 and 16/10 are read differently") {
  const auto date = *date_from_iso("2026-10-16");
  CHECK(long_form(date, Language::en) == "October 16, 2026");
  CHECK(long_form(date, Language::es) == "16 de octubre de 2026");
  CHECK(long_form(date, Language::tl) == "Oktubre 16, 2026");
  CHECK(short_form(date, Language::es) == "16 oct 2026");
}

TEST_CASE("the firm's day is not the server's: midnight in UTC is the afternoon before in Los Angeles") {
  using std::chrono::sys_days;
  const Instant midnight = sys_days{*date_from_iso("2026-11-24")};
  CHECK(day_in_zone(midnight, "America/Los_Angeles") == *date_from_iso("2026-11-23"));
  CHECK(day_in_zone(midnight, "Asia/Manila") == *date_from_iso("2026-11-24"));
  CHECK_FALSE(day_in_zone(midnight, "America/Atlantis").has_value());
}

}  // namespace
}  // namespace tulay::knowledge
