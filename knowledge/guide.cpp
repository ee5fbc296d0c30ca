#include "knowledge/guide.hpp"

#include <algorithm>

#include "knowledge/localized_template.hpp"
#include "knowledge/named_value.hpp"

namespace tulay::knowledge {
namespace {

constexpr Names<AnswerKind, 4> answer_kinds{{{"yes_no", AnswerKind::yes_no},
                                             {"choice", AnswerKind::choice},
                                             {"date", AnswerKind::date},
                                             {"text", AnswerKind::text}}};

std::vector<std::string> parted(std::string_view text, char at) {
  std::vector<std::string> parts;
  while (true) {
    const auto end = text.find(at);
    parts.emplace_back(text.substr(0, end));
    if (end == std::string_view::npos) return parts;
    text.remove_prefix(end + 1);
  }
}

GuideOption read_option(Table& table, AnswerKind kind) {
  GuideOption option;
  option.at = table.at();
  option.id = table.required_text("id");
  option.said = plain(table.texts("said"));
  option.leads_to = table.text("leads_to").value_or("");
  option.handoff = named(table, "handoff", handoff_levels, HandoffLevel::none);
  if (kind != AnswerKind::yes_no) option.label = table.required_languages();
  table.refuse_unknown_keys();
  return option;
}

GuideStep read_step(Table& table) {
  GuideStep step;
  step.at = table.at();
  step.id = table.required_text("id");
  step.kind = named(table, "kind", answer_kinds, AnswerKind::choice);
  step.ask = parse_localized(table, "", table.required_languages());
  step.sms = table.has("sms") ? parse_localized(table, "sms", table.required_localized("sms")) : step.ask;
  step.leads_to = table.text("leads_to").value_or("");
  if (step.kind == AnswerKind::date) step.soon_leads_to = table.text("soon_leads_to").value_or("");
  for (auto& option : table.tables("option")) step.options.push_back(read_option(option, step.kind));
  table.refuse_unknown_keys();
  return step;
}

GuideSaying read_saying(Table& table) {
  GuideSaying saying;
  saying.at = table.at();
  saying.when = plain(table.texts("when"));
  saying.unless = plain(table.texts("unless"));
  saying.topic = table.text("topic").value_or("");
  saying.phrase = table.text("phrase").value_or("");
  saying.handoff = named(table, "handoff", handoff_levels, HandoffLevel::none);
  if (saying.topic.empty() && saying.phrase.empty()) {
    saying.text = parse_localized(table, "", table.required_languages());
    if (table.has("sms")) saying.sms = parse_localized(table, "sms", table.required_localized("sms"));
  }
  table.refuse_unknown_keys();
  return saying;
}

// What an answer leads to when the file does not say: the question below it, after the last the result.
void fill_in_ways(std::vector<GuideStep>& steps) {
  for (std::size_t i = 0; i < steps.size(); ++i) {
    auto& step = steps[i];
    const auto next = i + 1 < steps.size() ? steps[i + 1].id : std::string(result_step);
    if (step.leads_to.empty()) step.leads_to = next;
    if (step.soon_leads_to.empty()) step.soon_leads_to = step.leads_to;
    for (auto& option : step.options) {
      if (option.leads_to.empty()) option.leads_to = step.leads_to;
    }
  }
}

template <class T>
const T* with_id(const std::vector<T>& items, std::string_view id) {
  const auto found = std::find_if(items.begin(), items.end(), [&](const T& item) { return item.id == id; });
  return found == items.end() ? nullptr : &*found;
}

}  // namespace

const GuideOption* GuideStep::option(std::string_view wanted) const { return with_id(options, wanted); }
const GuideStep* Guide::step(std::string_view wanted) const { return with_id(steps, wanted); }

GuideCondition condition_of(std::string_view text) {
  GuideCondition out;
  const auto equals = text.find('=');
  out.step = text.substr(0, equals);
  if (equals == std::string_view::npos) return out;
  auto rest = text.substr(equals + 1);
  while (true) {
    const auto bar = rest.find('|');
    out.values.push_back(rest.substr(0, bar));
    if (bar == std::string_view::npos) return out;
    rest.remove_prefix(bar + 1);
  }
}

Guide read_guide(Table& file) {
  Guide guide;
  guide.at = file.at();
  guide.id = file.required_text("guide");
  guide.topic = file.required_text("topic");
  guide.label = short_labels(file, "label");
  guide.question = file.required_localized("question");
  for (const auto& row : file.texts("starts")) {
    auto& items = guide.starts.emplace_back();
    for (const auto& item : parted(row.text, '+')) items.push_back(parted(item, '|'));
  }
  guide.offered_by = plain(file.texts("offered_by"));
  guide.rules = plain(file.texts("rules"));
  guide.sources = plain(file.texts("sources"));
  guide.suggest = plain(file.texts("suggest"));
  guide.printable = file.flag("printable").value_or(false);
  if (const auto day = file.date("reviewed"))
    guide.reviewed = *day;
  else if (!file.has("reviewed"))
    file.problem("", "'reviewed' is missing", "say when a person last read this guide");
  if (guide.suggest.size() > 3)
    file.problem("suggest", "more than three suggestions", "keep the three most useful ones");
  for (auto& table : file.tables("step")) guide.steps.push_back(read_step(table));
  for (auto& table : file.tables("say")) guide.sayings.push_back(read_saying(table));
  file.refuse_unknown_keys();
  fill_in_ways(guide.steps);
  return guide;
}

}  // namespace tulay::knowledge
