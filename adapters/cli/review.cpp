#include <algorithm>
#include <iostream>
#include <nlohmann/json.hpp>

#include "adapters/cli/commands.hpp"
#include "adapters/cli/review_steps.hpp"
#include "adapters/cli/tell.hpp"
#include "adapters/cli/user_name.hpp"
#include "adapters/console/ticket_list.hpp"
#include "adapters/store/sqlite_audit.hpp"
#include "adapters/store/sqlite_staff_desk.hpp"
#include "adapters/system/system_clock.hpp"
#include "adapters/system/system_entropy.hpp"

namespace tulay::cli {
namespace {

int list_tickets(const ReviewDesk& desk, const ReviewOptions& options) {
  auto tickets = desk.staff.tickets(options.all || !options.show.empty());
  if (!tickets) return tell(tickets.error());
  if (!options.show.empty()) {
    std::erase_if(*tickets, [&](const bot::Ticket& one) { return one.number != options.show; });
    if (tickets->empty()) {
      std::cerr << "tulay: error: there is no ticket " << options.show << '\n';
      return bad_usage;
    }
  }
  if (auto noted = desk.note("tickets_read", options.show); !noted) return tell(noted.error());
  if (options.json) {
    std::cout << console::to_json(*tickets).dump(-1, ' ', false, nlohmann::json::error_handler_t::replace)
              << '\n';
  } else {
    console::print(*tickets, desk.config.firm.time_zone, !options.show.empty(), std::cout);
  }
  return done;
}

int close_tickets(const ReviewDesk& desk, const std::vector<std::string>& tickets) {
  int status = done;
  for (const auto& ticket : tickets) {
    const auto closed = desk.staff.close(ticket, desk.entry("ticket_closed", ticket));
    if (!closed) return tell(closed.error());
    if (*closed) {
      std::cout << ticket << " is closed\n";
    } else {
      std::cerr << "tulay: error: there is no open ticket " << ticket << '\n';
      status = bad_usage;
    }
  }
  return status;
}

int chosen(const ReviewDesk& desk, const ReviewOptions& options) {
  if (!options.close.empty()) return close_tickets(desk, options.close);
  if (!options.teach.empty()) return teach_missed(desk, options);
  if (options.settle) return settle_missed(desk, *options.settle);
  if (options.missed) return list_missed(desk);
  if (options.summary) return summarise_week(desk, options);
  return list_tickets(desk, options);
}

}  // namespace

bot::AuditEntry ReviewDesk::entry(std::string event, std::string what) const {
  bot::AuditEntry entry;
  entry.at = now;
  entry.channel = bot::Channel::console;
  entry.session = user;
  entry.event = std::move(event);
  entry.shown = std::move(what);
  return entry;
}

tl::expected<void, bot::StoreError> ReviewDesk::note(std::string event, std::string what) const {
  return audit.append(entry(std::move(event), std::move(what)));
}

int review(const Config& config, const ReviewOptions& options) {
  const auto entropy = system::SystemEntropy::open();
  const auto connection = store::Connection::beside(config.store_file);
  if (!connection || entropy == nullptr) {
    std::cerr << "tulay: error: "
              << (connection ? "this machine gives no random numbers" : connection.error().detail) << '\n';
    return bad_usage;
  }
  store::SqliteStaffDesk staff(**connection, *entropy);
  store::SqliteAudit audit(**connection, *entropy);
  return chosen({config, staff, audit, system::SystemClock().now(), "staff:" + user_name()}, options);
}

}  // namespace tulay::cli
