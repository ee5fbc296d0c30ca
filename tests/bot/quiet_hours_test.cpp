#include "bot/engine/quiet_hours.hpp"

#include <catch2/catch.hpp>
#include <cstdio>

using namespace tulay;
using knowledge::Instant;

namespace {

bot::QuietHours shipped_hours() {
  knowledge::Problems problems;
  auto quiet = bot::QuietHours::read(std::filesystem::path(TULAY_SOURCE_DIR), problems);
  for (const auto& problem : problems) UNSCOPED_INFO(knowledge::to_string(problem));
  REQUIRE(quiet.has_value());
  return std::move(*quiet);
}

/// "2026-11-24 17:00" in UTC.
Instant utc(const std::string& text) {
  const auto day = knowledge::date_from_iso(text.substr(0, 10));
  REQUIRE(day.has_value());
  return Instant(std::chrono::sys_days(*day)) + std::chrono::hours(std::stoi(text.substr(11, 2))) +
         std::chrono::minutes(std::stoi(text.substr(14, 2)));
}

constexpr const char* mainland = "+12135550123";

struct Way {
  const char* zone;
  const char* now;
  const char* opens;
};

}  // namespace

TEST_CASE("a reminder waits for the recipient's morning, on Sundays for noon") {
  const auto quiet = shipped_hours();
  const auto way = GENERATE(                                               // zone, now and opening in UTC
      Way{"America/Los_Angeles", "2026-11-24 16:59", "2026-11-24 17:00"},  // Tuesday 8:59
      Way{"America/Los_Angeles", "2026-11-24 17:00", "2026-11-24 17:00"},
      Way{"America/Los_Angeles", "2026-11-25 03:59", "2026-11-25 03:59"},  // Tuesday 19:59
      Way{"America/Los_Angeles", "2026-11-25 04:00", "2026-11-25 17:00"},
      Way{"America/Los_Angeles", "2026-11-29 04:00", "2026-11-29 20:00"},  // Saturday 20:00, Sunday noon
      Way{"America/Phoenix", "2026-07-01 15:00", "2026-07-01 16:00"},      // no daylight saving
      Way{"America/Puerto_Rico", "2026-07-01 12:00", "2026-07-01 13:00"},
      Way{"Pacific/Guam", "2026-11-24 12:00", "2026-11-24 23:00"});  // Wednesday 9:00 there
  INFO(way.zone << " " << way.now);
  CHECK(quiet.opening(mainland, way.zone, utc(way.now)) == utc(way.opens));
}

TEST_CASE("the hours hold on both days on which clocks change") {
  const auto quiet = shipped_hours();
  const auto way =
      GENERATE(Way{"America/Los_Angeles", "2026-03-08 05:00", "2026-03-08 19:00"},  // Sundays, noon
               Way{"America/Los_Angeles", "2026-11-01 05:00", "2026-11-01 20:00"},
               Way{"America/New_York", "2026-03-08 05:00", "2026-03-08 16:00"},
               Way{"America/New_York", "2026-11-01 05:00", "2026-11-01 17:00"});
  INFO(way.zone << " " << way.now);
  CHECK(quiet.opening(mainland, way.zone, utc(way.now)) == utc(way.opens));
}

TEST_CASE("without a zone the hours hold in Los Angeles and in New York at once") {
  const auto quiet = shipped_hours();
  CHECK(quiet.opening(mainland, "", utc("2026-11-24 14:30")) == utc("2026-11-24 17:00"));  // noon in New York
  CHECK(quiet.opening(mainland, "", utc("2026-11-25 00:59")) == utc("2026-11-25 00:59"));
  CHECK(quiet.opening(mainland, "", utc("2026-11-25 01:00")) == utc("2026-11-25 17:00"));
  CHECK(quiet.opening(mainland, "", utc("2026-11-29 17:00")) == utc("2026-11-29 20:00"));  // Sunday
}

TEST_CASE("Hawaii, Alaska, Guam, Puerto Rico and foreign numbers wait until the file has a zone") {
  const auto quiet = shipped_hours();
  const auto* const number = GENERATE("+18085550123", "+19075550123", "+16715550123", "+17875550123",
                                      "+14165550123", "+639175550123");
  CHECK_FALSE(quiet.opening(number, "", utc("2026-11-24 20:00")).has_value());
  CHECK_FALSE(quiet.opening(number, "Mars/Olympus", utc("2026-11-24 20:00")).has_value());
  CHECK(quiet.opening(number, "Pacific/Honolulu", utc("2026-11-24 20:00")).has_value());
}

TEST_CASE("a fault in the hours is told with its place") {
  knowledge::Problems problems;
  auto file = knowledge::read_data_text(
      "monday_to_saturday = { from = 20, to = 9 }\nsunday = { from = 12, to = 20 }\nwithout_zone = "
      "['Mars/Olympus']\n",
      "quiet.toml", problems);
  REQUIRE(file.has_value());
  CHECK_FALSE(bot::QuietHours::read(*file, problems).has_value());
  CHECK(problems.size() == 2);
}
