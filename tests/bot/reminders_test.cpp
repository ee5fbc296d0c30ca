#include "bot/engine/reminders.hpp"

#include <catch2/catch.hpp>

#include "bot/engine/quiet_hours.hpp"
#include "bot/engine/reminder_text.hpp"
#include "bot/office.hpp"
#include "fakes/counting_entropy.hpp"
#include "fakes/reminding.hpp"

using namespace tulay;
using bot::Held;

namespace {

const std::vector<int> days{180, 120, 90, 60, 30, 14, 7};
const auto the_day = *knowledge::date_from_iso("2026-11-24");
const auto noon = knowledge::Instant(std::chrono::seconds(1795550400));  // Tuesday in Los Angeles

bot::EndingParole ending_in(int left) {
  bot::EndingParole parole;
  parole.case_number = "RP-1";
  parole.ends = knowledge::plus_days(the_day, left);
  parole.phone = "+12135550123";
  parole.time_zone = "America/Los_Angeles";
  parole.consents = true;
  return parole;
}

/// Everything around a reminder, kept in memory.
struct Bench {
  fakes::Paroles paroles;
  fakes::OptOuts opt_outs;
  fakes::Deliveries deliveries;
  fakes::ReminderBook book;
  bot::QuietHours quiet = [] {
    knowledge::Problems problems;
    return *bot::QuietHours::read(std::filesystem::path(TULAY_SOURCE_DIR), problems);
  }();

  std::vector<bot::Reminder> look(bot::EndingParole parole) {
    paroles.all = {std::move(parole)};
    auto reminders = bot::reminders_of({paroles, opt_outs, deliveries, book, quiet}, the_day, noon, days);
    REQUIRE(reminders.has_value());
    return *reminders;
  }
};

}  // namespace

TEST_CASE("a reminder is due on its day and, if that was missed, within three days, no later") {
  const auto due = [&](int left) {
    return bot::reminder_due(knowledge::plus_days(the_day, left), the_day, days);
  };
  CHECK(due(181) == std::nullopt);
  CHECK(due(180) == 180);
  CHECK(due(178) == 180);
  CHECK(due(177) == std::nullopt);
  CHECK(due(30) == 30);
  CHECK(due(28) == 30);
  CHECK(due(14) == 14);
  CHECK(due(7) == 7);
  CHECK(due(5) == 7);
  CHECK(due(4) == std::nullopt);
  CHECK(due(0) == std::nullopt);
  CHECK(due(-10) == std::nullopt);
  CHECK(bot::reminder_due(knowledge::plus_days(the_day, 6), the_day, {8, 7, 6}) == 6);
}

TEST_CASE("what holds a reminder back is said") {
  Bench desk;
  CHECK_FALSE(desk.look(ending_in(30)).at(0).held.has_value());
  CHECK(desk.look(ending_in(31)).empty());
  auto parole = ending_in(30);
  SECTION("no consent on file") {
    parole.consents = false;
    CHECK(desk.look(parole).at(0).held == Held::no_consent);
  }
  SECTION("no number") {
    parole.phone.reset();
    CHECK(desk.look(parole).at(0).held == Held::no_phone);
  }
  SECTION("a number that may not be texted") {
    parole.restriction = GENERATE(bot::ContactRestriction::no_bot, bot::ContactRestriction::no_text,
                                  bot::ContactRestriction::safe_phone_only);
    CHECK(desk.look(parole).at(0).held == Held::restricted);
  }
  SECTION("nobody knows what time it is there") {
    parole.phone = "+18085550123";
    parole.time_zone = "";
    CHECK(desk.look(parole).at(0).held == Held::no_zone);
  }
  SECTION("opted out") {
    desk.opt_outs.out.insert(*parole.phone);
    CHECK(desk.look(parole).at(0).held == Held::opted_out);
  }
  SECTION("a number that takes no texts") {
    desk.deliveries.dead.insert(*parole.phone);
    CHECK(desk.look(parole).at(0).held == Held::dead_number);
  }
  SECTION("reminded before") {
    desk.book.there = true;
    CHECK(desk.look(parole).at(0).held == Held::reminded);
  }
}

TEST_CASE("without the firm's cases or the store nobody is reminded, and staff hear why") {
  Bench desk;
  desk.paroles.down = true;
  CHECK_FALSE(bot::reminders_of({desk.paroles, desk.opt_outs, desk.deliveries, desk.book, desk.quiet},
                                the_day, noon, days)
                  .has_value());
}

TEST_CASE("a reminder names the date and what to do, in each language, and neither client nor case") {
  const auto snapshot = shipped();
  const auto language = GENERATE(knowledge::Language::en, knowledge::Language::es, knowledge::Language::tl);
  for (const int left : {180, 90, 30, 7}) {
    bot::Reminder reminder{ending_in(left), left, std::nullopt};
    reminder.parole.language = language;
    const auto text = bot::reminder_text(reminder, snapshot->knowledge, fakes::a_firm(), the_day);
    INFO(text);
    CHECK(text.find(knowledge::short_form(reminder.parole.ends, language)) != std::string::npos);
    CHECK(text.find("(213) 555-0100") != std::string::npos);
    CHECK(text.find("I-94") != std::string::npos);
    CHECK(text.find("STOP") != std::string::npos);
    CHECK(text.find("RP-1") == std::string::npos);
    CHECK(text.find('{') == std::string::npos);
  }
}

TEST_CASE("a reminder is queued for the client's clock, under a key of its own, and not for ever") {
  const fakes::CountingEntropy entropy;
  const bot::Reminder reminder{ending_in(30), 30, std::nullopt};
  const auto text = bot::queued_reminder(reminder, "words", entropy, the_day, noon);
  CHECK(text.to == "+12135550123");
  CHECK(text.zone == "America/Los_Angeles");
  CHECK(text.purpose == bot::TextPurpose::reminder);
  CHECK(text.useless_after == noon + std::chrono::hours(72));
  const bot::Reminder later{ending_in(30), 14, std::nullopt};
  CHECK(bot::queued_reminder(later, "words", entropy, the_day, noon).key != text.key);
}
