#include "knowledge/topic.hpp"

#include <algorithm>
#include <array>

#include "knowledge/localized_template.hpp"

namespace tulay::knowledge {
namespace {

constexpr std::size_t longest_label = 42;  // code points: chips on a 320 px wide screen

template <class T, std::size_t N>
using Names = std::array<std::pair<std::string_view, T>, N>;

constexpr Names<TopicKind, 3> kinds{
    {{"law", TopicKind::law}, {"office", TopicKind::office}, {"talk", TopicKind::talk}}};
constexpr Names<HandoffLevel, 5> levels{{{"none", HandoffLevel::none},
                                         {"normal", HandoffLevel::normal},
                                         {"same_day", HandoffLevel::same_day},
                                         {"now", HandoffLevel::now},
                                         {"emergency", HandoffLevel::emergency}}};
constexpr Names<TopicOutcome, 3> outcomes{{{"answered", TopicOutcome::answered},
                                           {"handoff", TopicOutcome::handoff},
                                           {"notice", TopicOutcome::notice}}};

constexpr Names<TopicRequest, 3> requests{
    {{"none", TopicRequest::none}, {"asked", TopicRequest::asked}, {"anger", TopicRequest::anger}}};

template <class T, std::size_t N>
T named(Table& file, std::string_view key, const Names<T, N>& names, T otherwise) {
  const auto value = file.text(key);
  if (!value) return otherwise;
  const auto* const found =
      std::find_if(names.begin(), names.end(), [&](const auto& n) { return n.first == *value; });
  if (found != names.end()) return found->second;
  std::string allowed;
  for (const auto& [name, one] : names) allowed += (allowed.empty() ? "" : ", ") + std::string(name);
  file.problem(key, "unknown " + std::string(key) + " '" + *value + "'", "use one of " + allowed);
  return otherwise;
}

std::vector<std::string> plain(std::vector<PlacedText> texts) {
  std::vector<std::string> out;
  out.reserve(texts.size());
  for (auto& text : texts) out.push_back(std::move(text.text));
  return out;
}

std::size_t code_points(std::string_view text) {
  return static_cast<std::size_t>(std::count_if(
      text.begin(), text.end(), [](char c) { return (static_cast<unsigned char>(c) & 0xC0U) != 0x80U; }));
}

Answer read_answer(Table& table) {
  Answer answer;
  answer.at = table.at();
  answer.needs = plain(table.texts("needs"));
  answer.text = parse_localized(table, "", table.required_languages());
  answer.sms = parse_localized(table, "sms", table.required_localized("sms"));
  table.refuse_unknown_keys();
  return answer;
}

void check_answers(Table& file, const Topic& topic) {
  if (topic.answers.empty()) {
    file.problem("", "topic '" + topic.id + "' has no answer", "add an [[answer]] with en, es, tl and sms");
    return;
  }
  for (std::size_t i = 0; i < topic.answers.size(); ++i) {
    const bool last = i + 1 == topic.answers.size();
    if (topic.answers[i].needs.empty() != last) {
      file.problem(
          "answer",
          last ? "the last answer must need nothing" : "an answer without needs hides those after it",
          "answers are tried in order; the last one is for everybody");
    }
  }
}

}  // namespace

std::string_view name(HandoffLevel level) { return levels.at(static_cast<std::size_t>(level)).first; }

Topic read_topic(Table& file) {
  Topic topic;
  topic.at = file.at();
  topic.id = file.required_text("topic");
  topic.kind = named(file, "kind", kinds, TopicKind::law);
  topic.label = file.required_localized("label");
  topic.question = file.required_localized("question");
  topic.rules = plain(file.texts("rules"));
  topic.sources = plain(file.texts("sources"));
  topic.suggest = plain(file.texts("suggest"));
  topic.handoff = named(file, "handoff", levels, HandoffLevel::none);
  topic.outcome = named(file, "outcome", outcomes, TopicOutcome::answered);
  topic.request = named(file, "request", requests, TopicRequest::none);
  topic.starter = file.flag("starter").value_or(false);
  topic.reads_case = file.flag("reads_case").value_or(false);
  if (const auto day = file.date("reviewed"))
    topic.reviewed = *day;
  else if (!file.has("reviewed"))
    file.problem("", "'reviewed' is missing", "say when a person last read this topic");
  for (const auto language : all_languages) {
    if (code_points(topic.label[language]) > longest_label) {
      file.problem("label", "the " + std::string(tag(language)) + " label is longer than 42 characters",
                   "shorten it: it stands on a button");
    }
  }
  if (topic.suggest.size() > 3)
    file.problem("suggest", "more than three suggestions", "keep the three most useful ones");
  for (auto& table : file.tables("answer")) topic.answers.push_back(read_answer(table));
  check_answers(file, topic);
  file.refuse_unknown_keys();
  return topic;
}

}  // namespace tulay::knowledge
