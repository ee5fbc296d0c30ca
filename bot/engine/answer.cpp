#include "bot/engine/answer.hpp"

#include <algorithm>
#include <array>

#include "bot/engine/answer_parts.hpp"
#include "bot/engine/filling.hpp"
#include "bot/engine/shape.hpp"
#include "bot/engine/situation.hpp"

namespace tulay::bot {
namespace {

using knowledge::HandoffLevel;
using knowledge::Topic;
using knowledge::TopicKind;
using knowledge::TopicOutcome;

std::map<std::string, std::string> words_for(const Step& step, const Setting& setting) {
  std::map<std::string, std::string> words;
  const auto put = [&](const std::string& kind, const std::string& value) {
    if (auto word = setting.snapshot.knowledge.word(kind + "." + value, setting.language))
      words["slot." + kind] = std::move(*word);
  };
  for (const auto& [kind, value] : setting.session.slots) put(kind, value);
  for (const auto& slot : step.slots) {
    if (const auto* const value = std::get_if<std::string>(&slot.value))
      put(std::string(intents::name(slot.kind)), *value);
  }
  return words;
}

// How near the end of the parole is, when the client wrote the date.
std::string dates_line(const Step& step, const Setting& setting, Filling& filling, HandoffLevel& level,
                       bool sms) {
  const auto date = end_date_in(step.intent, step.slots);
  if (!date) return {};
  const auto in_words = [&](knowledge::Date day) { return knowledge::long_form(day, setting.language); };
  const auto situation = situation_of(date->first, setting.today);
  if (date->second) {
    const auto other = situation_of(*date->second, setting.today);
    level = std::max({level, situation.handoff, other.handoff});
    filling.set("first", in_words(date->first));
    filling.set("second", in_words(*date->second));
    return filling.phrase("date_ambiguous", sms);
  }
  level = std::max(level, situation.handoff);
  filling.set("days", std::to_string(situation.days));
  filling.set("date", in_words(date->first));
  return filling.phrase(situation.phrase, sms);
}

// A guide that the topic offers comes before what else may be asked.
std::vector<std::string> with_guides(const Topic& topic, const Setting& setting) {
  std::vector<std::string> ids;
  for (const auto& guide : setting.snapshot.knowledge.guides()) {
    if (std::find(guide.offered_by.begin(), guide.offered_by.end(), topic.id) != guide.offered_by.end())
      ids.push_back(guide.id);
  }
  ids.insert(ids.end(), topic.suggest.begin(), topic.suggest.end());
  return ids;
}

std::string_view closing_phrase(const Topic& topic, HandoffLevel level) {
  if (level == HandoffLevel::same_day) return "handoff_same_day";
  if (level == HandoffLevel::normal) return "handoff_normal";
  return topic.kind == TopicKind::law && level == HandoffLevel::none ? "closing_info" : "";
}

Outcome outcome_of(const Topic& topic) {
  switch (topic.outcome) {
    case TopicOutcome::handoff:
      return Outcome::handoff;
    case TopicOutcome::notice:
      return Outcome::notice;
    case TopicOutcome::answered:
      break;
  }
  return Outcome::answered;
}

Spoken speak_topic(const Topic& topic, const Step& step, const Setting& setting, bool sms) {
  Filling filling(setting.snapshot.knowledge, setting.firm, setting.language, setting.today,
                  words_for(step, setting));
  Spoken spoken;
  spoken.handoff = topic.handoff;
  const std::string body = text_of(topic, filling, sms);
  const std::string dates = dates_line(step, setting, filling, spoken.handoff, sms);
  std::vector<std::string> paragraphs;
  if (spoken.handoff == HandoffLevel::now) paragraphs.push_back(filling.phrase("urgent", sms));
  paragraphs.push_back(body);
  paragraphs.push_back(dates);
  paragraphs.push_back(figures_line(filling, setting, sms));
  if (!sms && topic.kind == TopicKind::law) paragraphs.push_back(filling.phrase("closing_info", sms));
  const auto closing = closing_phrase(topic, spoken.handoff);
  if (!closing.empty() && closing != "closing_info" && !sms)
    paragraphs.push_back(filling.phrase(closing, sms));

  spoken.reply.text = as_paragraphs(paragraphs, sms);
  spoken.reply.outcome = outcome_of(topic);
  spoken.reply.intent = step.intent;
  spoken.reply.confidence = step.confidence;
  spoken.reply.facts = filling.facts();
  spoken.reply.suggestions = suggestions(with_guides(topic, setting), setting);
  add_sources(topic.sources, setting, spoken.reply);
  return spoken;
}

Spoken speak_phrase(std::string_view id, Outcome outcome, const Step& step, const Setting& setting,
                    bool sms) {
  Filling filling(setting.snapshot.knowledge, setting.firm, setting.language, setting.today, {});
  Spoken spoken;
  spoken.reply.text = filling.phrase(id, sms);
  spoken.reply.outcome = outcome;
  spoken.reply.confidence = step.confidence;
  return spoken;
}

std::vector<std::string> starters(const Setting& setting) {
  std::vector<std::string> ids;
  for (const auto& topic : setting.snapshot.knowledge.topics()) {
    if (topic.starter) ids.push_back(topic.id);
  }
  return ids;
}

Spoken speak_clarify(const Step& step, const Setting& setting, bool sms) {
  auto spoken = speak_phrase("clarify", Outcome::clarify, step, setting, sms);
  spoken.reply.suggestions = suggestions(step.choices, setting);
  if (sms) spoken.reply.text += numbered(spoken.reply.suggestions);
  return spoken;
}

Spoken speak_fallback(const Step& step, const Setting& setting, bool sms) {
  const bool again = setting.session.misses > 0;
  const std::string_view phrase = step.plainly_foreign   ? "out_of_scope"
                                  : again                ? "fallback_again"
                                  : step.choices.empty() ? "fallback"
                                                         : "fallback_nearest";
  auto spoken = speak_phrase(phrase, Outcome::fallback, step, setting, sms);
  spoken.reply.suggestions = suggestions(step.choices.empty() ? starters(setting) : step.choices, setting);
  if (sms && phrase == "fallback_nearest") spoken.reply.text += numbered(spoken.reply.suggestions);
  if (again) spoken.handoff = HandoffLevel::normal;
  return spoken;
}

}  // namespace

Spoken speak(const Step& step, const Setting& setting) {
  const bool sms = setting.session.channel == Channel::sms;
  const auto* const intent = setting.snapshot.catalog.intent(step.intent);
  const auto* const topic = setting.snapshot.knowledge.topic(intent == nullptr ? step.intent : intent->topic);
  switch (step.kind) {
    case StepKind::clarify:
      return speak_clarify(step, setting, sms);
    case StepKind::fallback:
      return speak_fallback(step, setting, sms);
    case StepKind::switch_language: {
      auto spoken = speak_phrase("language_switched", Outcome::notice, step, setting, sms);
      spoken.reply.intent = "language_switch";
      return spoken;
    }
    case StepKind::repeat: {
      if (topic == nullptr) break;
      auto spoken = speak_topic(*topic, step, setting, sms || step.shorter);
      spoken.reply.text =
          speak_phrase(step.shorter ? "simpler" : "repeated", Outcome::answered, step, setting, sms)
              .reply.text +
          " " + spoken.reply.text;
      spoken.reply.intent = "repeat_rephrase";
      return spoken;
    }
    case StepKind::answer:
      break;
  }
  return topic == nullptr ? speak_fallback(step, setting, sms) : speak_topic(*topic, step, setting, sms);
}

}  // namespace tulay::bot
