#include <iostream>
#include <map>

#include "adapters/cases/sqlite_parole_ends.hpp"
#include "adapters/cli/commands.hpp"
#include "adapters/store/connection.hpp"
#include "adapters/store/sqlite_deliveries.hpp"
#include "adapters/store/sqlite_opt_outs.hpp"
#include "adapters/store/sqlite_reminder_book.hpp"
#include "adapters/system/system_clock.hpp"
#include "adapters/system/system_entropy.hpp"
#include "bot/engine/quiet_hours.hpp"
#include "bot/engine/reminder_text.hpp"

namespace tulay::cli {
namespace {

using Paroles = tl::expected<std::unique_ptr<cases::SqliteParoleEnds>, std::string>;
using Store = tl::expected<std::unique_ptr<store::Connection>, std::string>;

int say(const std::string& what, int status) {
  std::cerr << "tulay: error: " << what << '\n';
  return status;
}

Paroles paroles_of(const Config& config, knowledge::Date today) {
  if (config.cases.adapter == CaseAdapter::sqlite) return cases::SqliteParoleEnds::open(config.cases.file);
  if (config.cases.set_up())
    return tl::unexpected(
        std::string("reminders read the schema of the demo in SQLite; other cases are not read yet"));
  if (config.demo) return cases::SqliteParoleEnds::demo(today);
  return tl::unexpected(std::string("cases.file is not set, so there are no cases; try --demo"));
}

/// The store that a server may have open; without one an empty one, which is enough for a list.
Store store_of(const Config& config, bool send) {
  if (send && config.sms.gateway.empty())
    return tl::unexpected(std::string("there is no gateway to send by; set up [sms]"));
  const bool there = config.store_file != ":memory:" && std::filesystem::exists(config.store_file);
  if (send && !there)
    return tl::unexpected("there is no store " + config.store_file +
                          "; start tulay serve first, it sends them");
  auto opened = there ? store::Connection::beside(config.store_file) : store::Connection::open(":memory:");
  if (!opened) return tl::unexpected(opened.error().detail);
  return std::move(*opened);
}

std::string last_digits(const std::optional<std::string>& phone) {
  return !phone || phone->size() < 4 ? "-" : "..." + phone->substr(phone->size() - 4);
}

/// For staff at a screen.
void list(const std::vector<bot::Reminder>& reminders) {
  for (const auto& one : reminders) {
    std::cout << one.parole.case_number << "  ends " << knowledge::iso(one.parole.ends) << "  for day "
              << one.days << "  " << knowledge::tag(one.parole.language) << "  "
              << last_digits(one.parole.phone) << "  " << (one.held ? bot::name(*one.held) : "due") << '\n';
  }
}

/// For a log: numbers only.
void count(const std::vector<bot::Reminder>& reminders, int queued) {
  std::map<std::string_view, int> held;
  for (const auto& one : reminders) {
    if (one.held) ++held[bot::name(*one.held)];
  }
  std::cout << reminders.size() << " reminders due, " << queued << " queued";
  for (const auto& [why, how_many] : held) std::cout << ", " << how_many << " held: " << why;
  std::cout << '\n';
}

}  // namespace

int remind(const Config& config, const RemindOptions& options) {
  const auto snapshot = load_knowledge(config);
  const auto entropy = system::SystemEntropy::open();
  if (!snapshot || entropy == nullptr) return bad_usage;
  knowledge::Problems problems;
  const auto quiet = bot::QuietHours::read(config.data_dir, problems);
  if (!quiet) return say(knowledge::to_string(problems.front()), bad_usage);
  const auto now = system::SystemClock().now();
  const auto today = day_for(options.today, config);
  const auto paroles = paroles_of(config, today);
  if (!paroles) return say(paroles.error(), bad_usage);
  const auto connection = store_of(config, options.send);
  if (!connection) return say(connection.error(), bad_usage);

  const store::SqliteOptOuts opt_outs(**connection);
  const store::SqliteDeliveries deliveries(**connection);
  store::SqliteReminderBook book(**connection);
  const auto reminders =
      bot::reminders_of({**paroles, opt_outs, deliveries, book, *quiet}, today, now, config.reminder_days);
  if (!reminders) return say(reminders.error(), found_problems);
  if (!options.send) return list(*reminders), done;
  int queued = 0;
  for (const auto& one : *reminders) {
    if (one.held) continue;
    auto text = bot::reminder_text(one, snapshot->knowledge, config.firm, today);
    const auto entry = bot::entry_of(one, today);
    const auto kept = book.queue(entry, bot::queued_reminder(one, std::move(text), *entropy, today, now));
    if (!kept) return say(kept.error().detail, found_problems);
    queued += *kept ? 1 : 0;
  }
  count(*reminders, queued);
  return done;
}

}  // namespace tulay::cli
