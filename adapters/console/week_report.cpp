#include "adapters/console/week_report.hpp"

#include <algorithm>
#include <iomanip>
#include <ostream>

namespace tulay::console {
namespace {

constexpr int label_width = 34;

/// setw counts bytes; labels have accents.
std::string padded(const std::string& label) {
  int width = 0;
  for (const char c : label) width += (static_cast<unsigned char>(c) & 0xC0U) != 0x80U ? 1 : 0;
  return label + std::string(static_cast<std::size_t>(std::max(label_width - width, 1)), ' ');
}

void row(const std::string& label, const Tallied& tally, std::ostream& out) {
  out << padded(label) << std::setw(9) << tally.questions << std::setw(9) << tally.answered << std::setw(10)
      << tally.clarified << std::setw(7) << tally.missed << std::setw(12) << tally.handed_over << '\n';
}

}  // namespace

std::string share(int part, int whole) {
  return whole == 0 ? "-" : std::to_string((part * 200 + whole) / (whole * 2)) + " %";
}

std::string waiting_time(std::optional<int> seconds) {
  if (!seconds) return "-";
  if (*seconds < 2) return "at once";
  if (*seconds < 120) return std::to_string(*seconds) + " s";
  if (*seconds < 7200) return std::to_string(*seconds / 60) + " min";
  return std::to_string(*seconds / 3600) + " h";
}

void print(const Week& week, const TopicLabel& label, std::ostream& out) {
  const auto& all = week.all;
  out << knowledge::iso(week.from) << " to " << knowledge::iso(knowledge::plus_days(week.from, week.days - 1))
      << ": " << all.questions << " questions, answered " << share(all.answered, all.questions)
      << ", asked back " << share(all.clarified, all.questions) << ", missed "
      << share(all.missed, all.questions) << ", handed over " << share(all.handed_over, all.questions)
      << '\n';
  out << "time to first answer: half " << waiting_time(week.first_answer_within(0.5)) << ", nine in ten "
      << waiting_time(week.first_answer_within(0.9)) << "; " << week.first_seconds.size()
      << " conversations; thumbs up " << week.thumbs.up << ", down " << week.thumbs.down << "\n\n";
  out << padded("") << "questions answered clarified missed handed over\n";
  for (const auto& [language, tally] : week.languages) row(std::string(knowledge::tag(language)), tally, out);
  out << '\n';
  for (const auto& [intent, tally] : week.by_frequency()) row(label(intent), tally, out);
}

}  // namespace tulay::console
