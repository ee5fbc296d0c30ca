#include "adapters/console/missed_list.hpp"

#include <algorithm>
#include <ostream>

#include "adapters/console/printable.hpp"
#include "intents/likes.hpp"

namespace tulay::console {
namespace {

constexpr std::size_t others_shown = 4;

std::string_view name(bot::MissedKind kind) {
  switch (kind) {
    case bot::MissedKind::not_understood:
      return "not understood";
    case bot::MissedKind::asked_back:
      return "asked back";
    case bot::MissedKind::thumbs_down:
      break;
  }
  return "thumbs down";
}

std::string how_often(const std::vector<bot::MissedQuestion>& group) {
  std::string out;
  for (const auto kind :
       {bot::MissedKind::not_understood, bot::MissedKind::asked_back, bot::MissedKind::thumbs_down}) {
    const auto count =
        std::count_if(group.begin(), group.end(), [&](const auto& one) { return one.kind == kind; });
    if (count > 0) out += (out.empty() ? "" : ", ") + std::to_string(count) + " " + std::string(name(kind));
  }
  return out;
}

void print_one(const bot::MissedQuestion& one, std::ostream& out) {
  out << "#" << one.id << " " << knowledge::tag(one.language) << " \"" << printable(one.text) << '"';
  if (!one.intent.empty()) out << " (answered as " << one.intent << ")";
  if (!one.comment.empty()) out << " comment: \"" << printable(one.comment) << '"';
  out << '\n';
}

}  // namespace

std::vector<std::vector<bot::MissedQuestion>> grouped(std::vector<bot::MissedQuestion> missed) {
  std::vector<std::string> texts;
  texts.reserve(missed.size());
  for (const auto& one : missed) texts.push_back(one.text);
  std::vector<std::vector<bot::MissedQuestion>> groups;
  for (const auto& members : intents::grouped_by_likeness(texts)) {
    auto& group = groups.emplace_back();
    for (const auto member : members) group.push_back(std::move(missed[member]));
  }
  return groups;
}

std::vector<bot::MissedQuestion> group_with(std::int64_t id, std::vector<bot::MissedQuestion> missed) {
  for (auto& group : grouped(std::move(missed))) {
    if (std::any_of(group.begin(), group.end(), [&](const auto& one) { return one.id == id; })) return group;
  }
  return {};
}

void print(const std::vector<std::vector<bot::MissedQuestion>>& groups,
           const std::function<std::vector<std::string>(const std::string& text)>& nearest,
           std::ostream& out) {
  std::size_t questions = 0;
  for (const auto& group : groups) {
    questions += group.size();
    out << how_often(group) << '\n';
    for (std::size_t i = 0; i < std::min(group.size(), others_shown); ++i) {
      out << "  ";
      print_one(group[i], out);
    }
    if (group.size() > others_shown) out << "  and " << group.size() - others_shown << " more like these\n";
    std::string near;
    for (const auto& intent : nearest(group.front().text)) near += (near.empty() ? "" : ", ") + intent;
    if (!near.empty()) out << "  nearest: " << near << '\n';
  }
  out << questions << (questions == 1 ? " question" : " questions") << " in " << groups.size()
      << (groups.size() == 1 ? " group" : " groups") << '\n';
}

}  // namespace tulay::console
