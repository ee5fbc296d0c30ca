#include <algorithm>
#include <iostream>

#include "adapters/cli/commands.hpp"
#include "adapters/cli/review_steps.hpp"
#include "adapters/cli/teach.hpp"
#include "adapters/cli/tell.hpp"
#include "adapters/console/missed_list.hpp"
#include "intents/understand.hpp"

namespace tulay::cli {
namespace {

constexpr std::size_t nearest_shown = 3;

using Group = std::vector<bot::MissedQuestion>;

std::vector<std::string> nearest(const intents::Catalog& catalog, const std::string& text,
                                 knowledge::Date today) {
  std::vector<std::string> intents;
  const auto understood = intents::understand(catalog, text, {}, today);
  for (const auto& clause : understood.clauses) {
    for (const auto& candidate : clause.candidates) {
      const bool known = std::find(intents.begin(), intents.end(), candidate.intent) != intents.end();
      if (!known && intents.size() < nearest_shown) intents.push_back(candidate.intent);
    }
  }
  return intents;
}

/// Nothing when no waiting question has that number; the reason is told.
tl::expected<Group, int> group_of(const ReviewDesk& desk, std::int64_t id) {
  auto missed = desk.staff.missed();
  if (!missed) return tl::unexpected(tell(missed.error()));
  auto group = console::group_with(id, std::move(*missed));
  if (!group.empty()) return group;
  std::cerr << "tulay: error: no missed question waits under #" << id << "; see tulay review --missed\n";
  return tl::unexpected(bad_usage);
}

std::vector<std::int64_t> ids_of(const Group& group) {
  std::vector<std::int64_t> ids;
  for (const auto& one : group) ids.push_back(one.id);
  return ids;
}

std::optional<std::int64_t> number(const std::string& text) {
  std::size_t read = 0;
  const auto digits = text.starts_with('#') ? text.substr(1) : text;
  const bool plain = !digits.empty() && digits.size() < 18 &&
                     std::all_of(digits.begin(), digits.end(), [](char c) { return c >= '0' && c <= '9'; });
  return plain ? std::optional<std::int64_t>(std::stoll(digits, &read)) : std::nullopt;
}

}  // namespace

int list_missed(const ReviewDesk& desk) {
  auto missed = desk.staff.missed();
  if (!missed) return tell(missed.error());
  const auto snapshot = load_knowledge(desk.config);
  if (!snapshot) return bad_usage;
  if (auto noted = desk.note("missed_read", ""); !noted) return tell(noted.error());
  const auto today = day_for(std::nullopt, desk.config);
  console::print(
      console::grouped(std::move(*missed)),
      [&](const std::string& text) { return nearest(snapshot->catalog, text, today); }, std::cout);
  return done;
}

int settle_missed(const ReviewDesk& desk, std::int64_t id) {
  const auto group = group_of(desk, id);
  if (!group) return group.error();
  const auto settled = desk.staff.settle_missed(ids_of(*group), desk.entry("missed_settled", ""));
  if (!settled) return tell(settled.error());
  std::cout << group->size() << (group->size() == 1 ? " question is" : " questions are") << " done\n";
  return done;
}

int teach_missed(const ReviewDesk& desk, const ReviewOptions& options) {
  const auto id = number(options.teach.front());
  if (!id) {
    std::cerr << "tulay: error: '" << options.teach.front() << "' is no number of a missed question\n";
    return bad_usage;
  }
  const auto group = group_of(desk, *id);
  if (!group) return group.error();
  const auto one =
      std::find_if(group->begin(), group->end(), [&](const auto& each) { return each.id == *id; });
  const Lesson lesson{options.as.empty() ? one->text : options.as, one->language, options.teach.back()};
  if (lesson.text.find('[') != std::string::npos || lesson.text.find_first_of("\r\n") != std::string::npos) {
    std::cerr
        << "tulay: error: something in it was masked; give the example in other words with --as \"…\"\n";
    return bad_usage;
  }
  const auto learned = teach(desk.config, lesson, day_for(std::nullopt, desk.config));
  if (!learned) {
    std::cerr << "tulay: error: " << learned.error();
    return found_problems;
  }
  const auto settled = desk.staff.settle_missed(ids_of(*group), desk.entry("taught", lesson.intent));
  if (!settled) return tell(settled.error());
  std::cout << learned->file.string() << ": \"" << lesson.text << "\" is now " << learned->reading
            << "; a running server takes it up with kill -HUP\n";
  return done;
}

}  // namespace tulay::cli
