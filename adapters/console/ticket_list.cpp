#include "adapters/console/ticket_list.hpp"

#include <algorithm>
#include <nlohmann/json.hpp>
#include <ostream>

#include "adapters/console/printable.hpp"

namespace tulay::console {
namespace {

using nlohmann::ordered_json;

std::string time_of(knowledge::Instant at, const std::string& zone) {
  const auto local = knowledge::local_time(at, zone).value_or(knowledge::LocalTime{});
  return knowledge::iso(local.day) + " " + knowledge::clock_form(local.minute);
}

knowledge::HandoffLevel level_of(const bot::Ticket& ticket) {
  const auto most = std::max_element(ticket.requests.begin(), ticket.requests.end(),
                                     [](const auto& a, const auto& b) { return a.level < b.level; });
  return most->level;
}

void line(std::string_view label, std::string_view text, std::ostream& out) {
  if (!text.empty()) out << "    " << label << ": " << printable(text) << '\n';
}

void print(const bot::Handoff& request, const std::string& zone, std::ostream& out) {
  out << "  " << time_of(request.at, zone) << "  " << bot::name(request.reason) << " ("
      << knowledge::name(request.level) << "), " << bot::name(request.channel) << ", "
      << knowledge::tag(request.language) << '\n';
  line("name", request.name, out);
  line("reach by", request.reach_by, out);
  line("when", request.when, out);
  line("message", request.message, out);
  line("client in the directory", request.contact_id, out);
}

void print_summary(std::string_view summary, std::ostream& out) {
  while (!summary.empty()) {
    const auto end = std::min(summary.find('\n'), summary.size());
    out << "    | " << printable(summary.substr(0, end)) << '\n';
    summary.remove_prefix(std::min(end + 1, summary.size()));
  }
}

}  // namespace

void print(const std::vector<bot::Ticket>& tickets, const std::string& zone, bool with_summary,
           std::ostream& out) {
  for (const auto& ticket : tickets) {
    out << ticket.number << "  " << knowledge::name(level_of(ticket)) << "  "
        << (ticket.open ? "open" : "closed by " + printable(ticket.closed_by)) << '\n';
    for (const auto& request : ticket.requests) print(request, zone, out);
    // The last one holds what was said before, too.
    if (with_summary) print_summary(ticket.requests.back().summary, out);
  }
  const auto open = std::count_if(tickets.begin(), tickets.end(), [](const auto& one) { return one.open; });
  out << open << (open == 1 ? " ticket is" : " tickets are") << " open\n";
}

ordered_json to_json(const std::vector<bot::Ticket>& tickets) {
  auto all = ordered_json::array();
  for (const auto& ticket : tickets) {
    auto requests = ordered_json::array();
    for (const auto& request : ticket.requests) {
      requests.push_back({{"at", request.at.time_since_epoch().count()},
                          {"reason", bot::name(request.reason)},
                          {"level", knowledge::name(request.level)},
                          {"channel", bot::name(request.channel)},
                          {"language", knowledge::tag(request.language)},
                          {"name", request.name},
                          {"reach_by", request.reach_by},
                          {"when", request.when},
                          {"message", request.message},
                          {"contact_id", request.contact_id},
                          {"summary", request.summary}});
    }
    all.push_back({{"ticket", ticket.number}, {"open", ticket.open}, {"requests", std::move(requests)}});
  }
  return all;
}

}  // namespace tulay::console
