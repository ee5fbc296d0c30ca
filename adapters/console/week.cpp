#include "adapters/console/week.hpp"

#include <algorithm>
#include <cmath>

namespace tulay::console {

using bot::Outcome;

void Tallied::add(const bot::ReplyMark& mark) {
  ++questions;
  switch (mark.outcome) {
    case Outcome::answered:
    case Outcome::own_case:
    case Outcome::ask:
      ++answered;
      break;
    case Outcome::clarify:
      ++clarified;
      break;
    case Outcome::fallback:
      ++missed;
      break;
    case Outcome::handoff:
    case Outcome::notice:
      break;
  }
  if (mark.handed_over || mark.outcome == Outcome::handoff) ++handed_over;
}

std::optional<int> Week::first_answer_within(double share) const {
  if (first_seconds.empty()) return std::nullopt;
  const auto rank = std::ceil(share * static_cast<double>(first_seconds.size()));
  const auto index = static_cast<std::size_t>(std::max(rank, 1.0)) - 1;
  return first_seconds[std::min(index, first_seconds.size() - 1)];
}

std::vector<std::pair<std::string, Tallied>> Week::by_frequency() const {
  std::vector<std::pair<std::string, Tallied>> sorted(topics.begin(), topics.end());
  std::stable_sort(sorted.begin(), sorted.end(),
                   [](const auto& a, const auto& b) { return a.second.questions > b.second.questions; });
  return sorted;
}

Week week_of(const std::vector<bot::ReplyMark>& marks, bot::Thumbs thumbs, knowledge::Date from, int days,
             const std::string& zone) {
  Week week;
  week.from = from;
  week.days = days;
  week.thumbs = thumbs;
  week.per_day.resize(static_cast<std::size_t>(days));
  for (const auto& mark : marks) {
    const auto day = knowledge::day_in_zone(mark.at, zone);
    const int since = day ? knowledge::days_between(from, *day) : -1;
    if (since < 0 || since >= days) continue;
    if (mark.first_seconds) week.first_seconds.push_back(*mark.first_seconds);
    if (mark.outcome == Outcome::notice && !mark.handed_over) continue;
    week.all.add(mark);
    week.languages[mark.language].add(mark);
    week.topics[mark.intent].add(mark);
    ++week.topic_languages[mark.intent][mark.language];
    ++week.per_day[static_cast<std::size_t>(since)][mark.language];
  }
  std::sort(week.first_seconds.begin(), week.first_seconds.end());
  return week;
}

}  // namespace tulay::console
