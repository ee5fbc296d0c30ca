#include <fstream>
#include <iostream>

#include "adapters/cli/commands.hpp"
#include "adapters/cli/review_steps.hpp"
#include "adapters/console/week_report.hpp"

namespace tulay::cli {
namespace {

constexpr int days = 7;
// Wide enough for every zone: the days themselves are told apart in the firm's.
constexpr std::chrono::hours margin{24};

console::TopicLabel labels_of(const std::shared_ptr<const bot::Snapshot>& snapshot) {
  return [snapshot](const std::string& intent) {
    if (intent.empty()) return std::string("(not understood)");
    const auto* const topic = snapshot->knowledge.topic(intent);
    return topic == nullptr ? intent : topic->label.en;
  };
}

}  // namespace

int summarise_week(const ReviewDesk& desk, const ReviewOptions& options) {
  const auto snapshot = load_knowledge(desk.config);
  if (!snapshot) return bad_usage;
  const auto& zone = desk.config.firm.time_zone;
  const auto today = knowledge::day_in_zone(desk.now, zone).value_or(knowledge::Date{});
  const auto from = options.from.value_or(knowledge::plus_days(today, 1 - days));
  const knowledge::Instant begin{std::chrono::sys_days(from)};
  const knowledge::Instant end{std::chrono::sys_days(knowledge::plus_days(from, days))};
  const auto marks = desk.staff.marks(begin - margin, end + margin);
  const auto thumbs = desk.staff.thumbs(begin, end);
  if (!marks || !thumbs) {
    std::cerr << "tulay: error: " << (marks ? thumbs.error() : marks.error()).detail << '\n';
    return found_problems;
  }
  const auto week = console::week_of(*marks, *thumbs, from, days, zone);
  console::print(week, labels_of(snapshot), std::cout);
  if (!options.html) return done;
  std::ofstream file(*options.html, std::ios::trunc);
  file << console::page_of(week, labels_of(snapshot), desk.config.firm.values.at("name").en);
  if (!file.flush()) {
    std::cerr << "tulay: error: " << options.html->string() << " cannot be written\n";
    return bad_usage;
  }
  return done;
}

}  // namespace tulay::cli
