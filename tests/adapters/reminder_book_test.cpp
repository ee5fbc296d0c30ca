#include "adapters/store/sqlite_reminder_book.hpp"

#include <catch2/catch.hpp>

#include "adapters/store/sqlite_outbox.hpp"
#include "fakes/fixed_clock.hpp"
#include "fakes/temporary_folder.hpp"

using namespace tulay;

namespace {

knowledge::Date day(const char* iso) { return *knowledge::date_from_iso(iso); }

bot::ReminderEntry entry(const char* number, const char* ends, int days, const char* on) {
  return {number, day(ends), days, day(on)};
}

bot::QueuedText text(const std::string& key, const fakes::FixedClock& clock) {
  bot::QueuedText out;
  out.to = "+12135550123";
  out.text = "words";
  out.key = key;
  out.purpose = bot::TextPurpose::reminder;
  out.queued = clock.now();
  return out;
}

}  // namespace

TEST_CASE(
    "each reminder is queued once, at most one a day and case, also after a restart and beside a server") {
  const fakes::TemporaryFolder folder;
  const fakes::FixedClock clock;
  const auto file = folder.path() / "tulay.db";
  const auto server = std::move(*store::Connection::open(file));
  for (int run = 0; run < 2; ++run) {
    const auto connection = std::move(*store::Connection::beside(file));
    store::SqliteReminderBook book(*connection);
    const auto first = entry("RP-1", "2026-12-24", 30, "2026-11-24");
    CHECK(*book.has(first) == (run == 1));
    CHECK(*book.queue(first, text("a", clock)) == (run == 0));
    CHECK_FALSE(*book.queue(entry("RP-1", "2026-12-24", 30, "2026-11-25"), text("a", clock)));  // the same
    CHECK_FALSE(
        *book.queue(entry("RP-1", "2027-01-23", 60, "2026-11-24"), text("b", clock)));  // the same day
    CHECK(*book.queue(entry("RP-2", "2026-12-24", 30, "2026-11-24"), text("c", clock)) == (run == 0));
  }
  store::SqliteOutbox outbox(*server);
  int owed = 0;
  while (*outbox.claim(clock.now(), {})) ++owed;
  CHECK(owed == 2);
}
