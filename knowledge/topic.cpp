#include "knowledge/topic.hpp"

#include "knowledge/localized_template.hpp"
#include "knowledge/named_value.hpp"

namespace tulay::knowledge {
namespace {

constexpr Names<TopicKind, 3> topic_kinds{
    {{"law", TopicKind::law}, {"office", TopicKind::office}, {"talk", TopicKind::talk}}};
constexpr Names<TopicOutcome, 3> outcomes{{{"answered", TopicOutcome::answered},
                                           {"handoff", TopicOutcome::handoff},
                                           {"notice", TopicOutcome::notice}}};

constexpr Names<TopicRequest, 3> requests{
    {{"none", TopicRequest::none}, {"asked", TopicRequest::asked}, {"anger", TopicRequest::anger}}};

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

std::string_view name(HandoffLevel level) { return handoff_levels.at(static_cast<std::size_t>(level)).first; }

Topic read_topic(Table& file) {
  Topic topic;
  topic.at = file.at();
  topic.id = file.required_text("topic");
  topic.kind = named(file, "kind", topic_kinds, TopicKind::law);
  topic.label = short_labels(file, "label");
  topic.question = file.required_localized("question");
  topic.rules = plain(file.texts("rules"));
  topic.sources = plain(file.texts("sources"));
  topic.suggest = plain(file.texts("suggest"));
  topic.handoff = named(file, "handoff", handoff_levels, HandoffLevel::none);
  topic.outcome = named(file, "outcome", outcomes, TopicOutcome::answered);
  topic.request = named(file, "request", requests, TopicRequest::none);
  topic.starter = file.flag("starter").value_or(false);
  topic.reads_case = file.flag("reads_case").value_or(false);
  if (const auto day = file.date("reviewed"))
    topic.reviewed = *day;
  else if (!file.has("reviewed"))
    file.problem("", "'reviewed' is missing", "say when a person last read this topic");
  if (topic.suggest.size() > 3)
    file.problem("suggest", "more than three suggestions", "keep the three most useful ones");
  for (auto& table : file.tables("answer")) topic.answers.push_back(read_answer(table));
  check_answers(file, topic);
  file.refuse_unknown_keys();
  return topic;
}

}  // namespace tulay::knowledge
