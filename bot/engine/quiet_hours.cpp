#include "bot/engine/quiet_hours.hpp"

#include <algorithm>

namespace tulay::bot {
namespace {

using knowledge::Instant;

// Zones stand off from one another by multiples of this, and so does every change of clocks.
constexpr std::chrono::minutes search_step{15};
constexpr std::chrono::hours search{24 * 3};  // Saturday evening to Monday is less

Instant next_step(Instant now) {
  const auto begun = std::chrono::floor<std::chrono::seconds>(now.time_since_epoch() % search_step);
  return begun.count() == 0 ? now : now - begun + search_step;
}

bool is_known(const std::string& zone) { return knowledge::local_time({}, zone).has_value(); }

}  // namespace

QuietHours::Hours QuietHours::hours_of(knowledge::Table& file, std::string_view key) {
  auto hours = file.table(key);
  if (!hours) {
    file.problem(key, std::string(key) + " is missing", "write it as { from = 9, to = 20 }");
    return {};
  }
  const auto from = hours->whole("from").value_or(-1);
  const auto to = hours->whole("to").value_or(-1);
  if (from < 0 || from >= to || to > 24)
    hours->problem("", "from and to must be full hours of a day, the first before the second");
  hours->refuse_unknown_keys();
  return {static_cast<int>(from), static_cast<int>(to)};
}

std::optional<QuietHours> QuietHours::read(const std::filesystem::path& data, knowledge::Problems& problems) {
  auto file = knowledge::read_data_file(data / "knowledge" / "quiet_hours.toml", "knowledge/quiet_hours.toml",
                                        problems);
  return file ? read(*file, problems) : std::nullopt;
}

std::optional<QuietHours> QuietHours::read(knowledge::Table& file, knowledge::Problems& problems) {
  const auto before = problems.size();
  QuietHours out;
  out.week_ = hours_of(file, "monday_to_saturday");
  out.sunday_ = hours_of(file, "sunday");
  for (auto& zone : file.texts("without_zone")) {
    if (!is_known(zone.text)) file.problem("without_zone", "'" + zone.text + "' is not a known zone");
    out.without_zone_.push_back(std::move(zone.text));
  }
  if (out.without_zone_.empty()) file.problem("without_zone", "without_zone must name a zone");
  for (auto& code : file.texts("needs_zone")) out.needs_zone_.push_back(std::move(code.text));
  file.refuse_unknown_keys();
  if (problems.size() > before) return std::nullopt;
  return out;
}

bool QuietHours::open(const knowledge::LocalTime& local) const {
  const auto& hours =
      std::chrono::weekday(std::chrono::sys_days(local.day)) == std::chrono::Sunday ? sunday_ : week_;
  return local.minute >= hours.from * 60 && local.minute < hours.to * 60;
}

bool QuietHours::open_in_all(const std::vector<std::string>& zones, Instant at) const {
  return std::all_of(zones.begin(), zones.end(), [&](const std::string& zone) {
    const auto local = knowledge::local_time(at, zone);
    return local && open(*local);
  });
}

std::optional<Instant> QuietHours::opening(std::string_view number, std::string_view zone,
                                           Instant now) const {
  std::vector<std::string> zones{std::string(zone)};
  if (zone.empty() || !is_known(zones[0])) {
    if (!number.starts_with("+1")) return std::nullopt;
    const auto area = number.substr(2, 3);
    if (std::find(needs_zone_.begin(), needs_zone_.end(), area) != needs_zone_.end()) return std::nullopt;
    zones = without_zone_;
  }
  if (open_in_all(zones, now)) return now;
  for (auto at = next_step(now); at <= now + search; at += search_step) {
    if (open_in_all(zones, at)) return at;
  }
  return std::nullopt;
}

}  // namespace tulay::bot
