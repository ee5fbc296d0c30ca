#include "knowledge/office_hours.hpp"

#include <catch2/catch.hpp>

using namespace tulay::knowledge;

namespace {

LocalTime at(const char* day, int hour, int minute = 0) { return {*date_from_iso(day), hour * 60 + minute}; }

OfficeHours usual() {
  OfficeHours hours;
  hours.open = {*open_time_from("mon-fri 9:00-17:00"), *open_time_from("sat 10:00-13:00")};
  hours.closed = {*closed_day_from("2026-11-26"), *closed_day_from("12-25")};
  return hours;
}

}  // namespace

TEST_CASE("hours are read from what people write") {
  const auto hours = open_time_from("fri-mon 8:30-12:00");
  REQUIRE(hours.has_value());
  CHECK(hours->from == 8 * 60 + 30);
  CHECK(hours->to == 12 * 60);
  CHECK(hours->days == std::array<bool, 7>{true, true, false, false, false, true, true});
  for (const auto* const wrong : {"", "mon", "mon 9-17", "mon 17:00-9:00", "mo 9:00-17:00", "mon 9:00-25:00",
                                  "mon 9:00 - 17:00", "mon 9:60-17:00", "mon -1:00-17:00"}) {
    CAPTURE(wrong);
    CHECK_FALSE(open_time_from(wrong).has_value());
  }
}

TEST_CASE("closed days are of one year or of every year") {
  CHECK(closed_day_from("2026-11-26")->year == std::chrono::year(2026));
  CHECK_FALSE(closed_day_from("12-25")->year.has_value());
  CHECK(closed_day_from("02-29").has_value());
  CHECK_FALSE(closed_day_from("2026-02-29").has_value());
  CHECK_FALSE(closed_day_from("Christmas").has_value());
}

TEST_CASE("the office is open from its first minute to before its last") {
  const auto hours = usual();
  CHECK_FALSE(hours.open_at(at("2026-11-24", 8, 59)));
  CHECK(hours.open_at(at("2026-11-24", 9)));
  CHECK(hours.open_at(at("2026-11-24", 16, 59)));
  CHECK_FALSE(hours.open_at(at("2026-11-24", 17)));
  CHECK(hours.open_at(at("2026-11-28", 12)));
  CHECK_FALSE(hours.open_at(at("2026-11-29", 12)));
}

TEST_CASE("a holiday is a closed day, one of every year in each year") {
  const auto hours = usual();
  CHECK_FALSE(hours.open_at(at("2026-11-26", 12)));
  CHECK(hours.open_at(at("2027-11-26", 12)));
  CHECK_FALSE(hours.open_at(at("2026-12-25", 12)));
  CHECK_FALSE(hours.open_at(at("2028-12-25", 12)));
}

TEST_CASE("the next opening is found over evenings, weekends and holidays") {
  const auto hours = usual();
  CHECK(hours.next_opening(at("2026-11-24", 7)) == at("2026-11-24", 9));
  CHECK(hours.next_opening(at("2026-11-24", 18)) == at("2026-11-25", 9));
  CHECK(hours.next_opening(at("2026-11-25", 18)) == at("2026-11-27", 9));  // Thanksgiving between them
  CHECK(hours.next_opening(at("2026-11-27", 18)) == at("2026-11-28", 10));
  CHECK(hours.next_opening(at("2026-11-28", 14)) == at("2026-11-30", 9));
  CHECK_FALSE(OfficeHours().next_opening(at("2026-11-24", 7)).has_value());
}

TEST_CASE("an instant is the wall clock's time in its zone, summer and winter") {
  const Instant winter{std::chrono::seconds(1795550400)};  // 2026-11-24T20:00:00Z
  CHECK(local_time(winter, "America/Los_Angeles") == at("2026-11-24", 12));
  CHECK(local_time(winter - std::chrono::hours(24 * 120), "America/Los_Angeles") == at("2026-07-27", 13));
  CHECK_FALSE(local_time(winter, "Mars/Base").has_value());
}

TEST_CASE("a day and an hour are written out in each language") {
  CHECK(long_form(at("2026-11-30", 9), Language::en) == "Monday, November 30, 2026, 9:00 a.m.");
  CHECK(long_form(at("2026-11-30", 0, 5), Language::es) == "lunes 30 de noviembre de 2026, 12:05 a.m.");
  CHECK(long_form(at("2026-11-29", 12, 30), Language::tl) == "Linggo, Nobyembre 29, 2026, 12:30 p.m.");
}
