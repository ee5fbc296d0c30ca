#include "bot/engine/guide_speech.hpp"

#include <algorithm>

#include "bot/engine/answer_parts.hpp"
#include "bot/engine/guide_answers.hpp"
#include "bot/engine/guide_reading.hpp"
#include "bot/engine/shape.hpp"

namespace tulay::bot {
namespace {

using knowledge::Guide;
using knowledge::GuideSaying;
using knowledge::GuideStep;
using knowledge::HandoffLevel;

bool by_sms(const Setting& setting) { return setting.session.channel == Channel::sms; }

Spoken asked(const Guide& guide, std::string text, const std::vector<std::string>& labels,
             const Setting& setting) {
  Spoken spoken;
  for (const auto& label : labels)
    spoken.reply.suggestions.push_back({label, label, std::string(guide_prefix) + guide.id});
  spoken.reply.text = std::move(text);
  if (by_sms(setting)) spoken.reply.text += numbered(spoken.reply.suggestions);
  spoken.reply.outcome = Outcome::ask;
  spoken.reply.intent = guide.topic;
  spoken.reply.confidence = 1;
  return spoken;
}

/// {answer.STEP} and {days.STEP}.
std::map<std::string, std::string> words_for(const GuidePath& path, const GuideAnswers& answers,
                                             const Setting& setting) {
  std::map<std::string, std::string> words;
  for (const auto* const step : path.asked) {
    const auto& answer = answers.at(step->id);
    words["answer." + step->id] = label_of(*step, answer, setting.snapshot.knowledge, setting.language);
    if (const auto date = knowledge::date_from_iso(answer))
      words["days." + step->id] = std::to_string(knowledge::days_between(setting.today, *date));
  }
  return words;
}

HandoffLevel level_of(const GuideStep& step, const std::string& answer) {
  const auto* const option = step.option(answer);
  return option == nullptr ? HandoffLevel::none : option->handoff;
}

std::string paragraph(const GuideSaying& saying, Filling& filling, const Setting& setting, Reply& reply) {
  const bool sms = by_sms(setting);
  if (!saying.phrase.empty()) return filling.phrase(saying.phrase, sms);
  if (saying.topic.empty())
    return filling.fill(sms ? saying.sms[setting.language] : saying.text[setting.language]);
  const auto* const topic = setting.snapshot.knowledge.topic(saying.topic);
  if (topic == nullptr) return {};
  add_sources(topic->sources, setting, reply);
  return text_of(*topic, filling, sms);
}

// A text message has no room to offer a person twice: the guide's own words end with the telephone.
std::string_view person_phrase(HandoffLevel level, bool sms) {
  if (level == HandoffLevel::same_day) return "handoff_same_day";
  return level == HandoffLevel::normal && !sms ? "handoff_normal" : "";
}

void leave_out_repeated(std::vector<ShownSource>& sources) {
  std::vector<ShownSource> kept;
  for (auto& source : sources) {
    if (std::none_of(kept.begin(), kept.end(), [&](const auto& one) { return one.title == source.title; }))
      kept.push_back(std::move(source));
  }
  sources = std::move(kept);
}

// Options only: they are the same for many, and nothing that a client wrote may stand in an address.
std::string page_of(const Guide& guide, const GuidePath& path, const GuideAnswers& answers,
                    const Setting& setting) {
  auto out = guide_page_path(guide.id) + "?language=" + std::string(knowledge::tag(setting.language));
  for (const auto* const step : path.asked) {
    const auto& answer = answers.at(step->id);
    if (step->option(answer) != nullptr) out += "&" + step->id + "=" + answer;
  }
  return out;
}

}  // namespace

std::string guide_page_path(const std::string& guide) { return "/v1/guides/" + guide; }

std::string guide_phrase(std::string_view id, const Setting& setting, std::string noted) {
  Filling filling(setting.snapshot.knowledge, setting.firm, setting.language, setting.today, {});
  filling.set("noted", std::move(noted));
  return filling.phrase(id, by_sms(setting));
}

Spoken ask(const Guide& guide, const GuideStep& step, const Setting& setting,
           std::vector<std::string> before) {
  Filling filling(setting.snapshot.knowledge, setting.firm, setting.language, setting.today, {});
  before.push_back(filling.fill(by_sms(setting) ? step.sms[setting.language] : step.ask[setting.language]));
  std::vector<std::string> labels;
  for (const auto& option : step.options)
    labels.push_back(label_of(step, option.id, setting.snapshot.knowledge, setting.language));
  labels.push_back(label_of(step, knowledge::unknown_answer, setting.snapshot.knowledge, setting.language));
  return asked(guide, as_paragraphs(before, by_sms(setting)), labels, setting);
}

Spoken ask_which_day(const Guide& guide, const std::vector<std::string>& readings, const Setting& setting) {
  std::vector<std::string> days;
  for (const auto& reading : readings) {
    if (const auto date = knowledge::date_from_iso(reading))
      days.push_back(knowledge::long_form(*date, setting.language));
  }
  Filling filling(setting.snapshot.knowledge, setting.firm, setting.language, setting.today, {});
  filling.set("first", days.front());
  filling.set("second", days.back());
  return asked(guide, filling.phrase("date_ambiguous", by_sms(setting)), days, setting);
}

Spoken tell_result(const Guide& guide, const GuideAnswers& answers, const Setting& setting) {
  const auto path = path_of(guide, answers, setting.today);
  Filling filling(setting.snapshot.knowledge, setting.firm, setting.language, setting.today,
                  words_for(path, answers, setting));
  Spoken spoken;
  for (const auto* const step : path.asked)
    spoken.handoff = std::max(spoken.handoff, level_of(*step, answers.at(step->id)));
  std::vector<std::string> parts{""};  // room for what is urgent
  for (const auto& saying : guide.sayings) {
    if (!is_said(saying, path, answers, setting.today)) continue;
    spoken.handoff = std::max(spoken.handoff, saying.handoff);
    parts.push_back(paragraph(saying, filling, setting, spoken.reply));
  }
  const bool sms = by_sms(setting);
  if (spoken.handoff >= HandoffLevel::now) parts.front() = filling.phrase("urgent", sms);
  parts.push_back(figures_line(filling, setting, sms));
  if (!sms) parts.push_back(filling.phrase("closing_info", sms));
  parts.push_back(filling.phrase(person_phrase(spoken.handoff, sms), sms));
  spoken.reply.text = as_paragraphs(parts, sms);
  spoken.reply.outcome = Outcome::answered;
  spoken.reply.intent = guide.topic;
  spoken.reply.confidence = 1;
  spoken.reply.facts = filling.facts();
  spoken.reply.suggestions = suggestions(guide.suggest, setting);
  add_sources(guide.sources, setting, spoken.reply);
  leave_out_repeated(spoken.reply.sources);
  if (guide.printable && setting.session.channel == Channel::web)
    spoken.reply.page = page_of(guide, path, answers, setting);
  return spoken;
}

Suggestion go_on(const Guide& guide, const Setting& setting) {
  auto label = guide_phrase("guide_go_on", setting);
  return {label, label, std::string(guide_prefix) + guide.id};
}

}  // namespace tulay::bot
