#include "bot/engine/cross_check.hpp"

#include <algorithm>
#include <array>
#include <span>

#include "intents/wording.hpp"

namespace tulay::bot {
namespace {

using knowledge::Problems;
using knowledge::Severity;

constexpr std::array<std::string_view, 32> spoken_phrases{"opening",
                                                          "not_advice",
                                                          "urgent",
                                                          "dont_know",
                                                          "closing_info",
                                                          "figures_checked",
                                                          "figures_old",
                                                          "sms_figures_checked",
                                                          "handoff_normal",
                                                          "handoff_same_day",
                                                          "clarify",
                                                          "fallback",
                                                          "fallback_nearest",
                                                          "fallback_again",
                                                          "out_of_scope",
                                                          "language_switched",
                                                          "repeated",
                                                          "simpler",
                                                          "date_ambiguous",
                                                          "band_180plus",
                                                          "band_180_91",
                                                          "band_90_31",
                                                          "band_30_1",
                                                          "band_expired",
                                                          "handoff_taken",
                                                          "handoff_next_open",
                                                          "handoff_next_closed",
                                                          "handoff_next_hours",
                                                          "handoff_leave_contact",
                                                          "handoff_contact_kept",
                                                          "handoff_urgent_taken",
                                                          "call_911"};

void check_topics(const knowledge::Knowledge& knowledge, const intents::Catalog& catalog,
                  Problems& problems) {
  std::vector<std::string> topics;
  for (const auto& topic : knowledge.topics()) topics.push_back(topic.id);
  std::vector<std::string> reached;
  for (const auto& intent : catalog.intents()) {
    reached.push_back(intent.topic);
    if (intent.id == "out_of_scope" || knowledge.topic(intent.topic) != nullptr) continue;
    problems.push_back({Severity::error, intent.at,
                        "intent '" + intent.id + "' leads to unknown topic '" + intent.topic + "'",
                        knowledge::did_you_mean(intent.topic, topics)});
  }
  for (const auto& topic : knowledge.topics()) {
    if (std::find(reached.begin(), reached.end(), topic.id) != reached.end()) continue;
    problems.push_back({Severity::error, topic.at, "no intent leads to topic '" + topic.id + "'",
                        "add intents/patterns/" + topic.id + ".toml"});
  }
}

void check_firm_names(const std::vector<std::string>& names, const std::vector<std::string>& needs,
                      const std::string& whose, const knowledge::SourceLine& at, const Firm& firm,
                      Problems& problems) {
  for (const auto& name : names) {
    if (!name.starts_with("firm.") || firm.values.contains(name.substr(5))) continue;
    if (std::find(needs.begin(), needs.end(), name) != needs.end()) continue;
    problems.push_back(
        {Severity::error, at,
         std::string(whose).append(" uses {").append(name).append("}, which the configuration does not set"),
         "set " + name + " in tulay.toml, or let the answer need it"});
  }
}

void check_firm(const knowledge::Knowledge& knowledge, const Firm& firm, Problems& problems) {
  for (const auto& topic : knowledge.topics()) {
    for (const auto& answer : topic.answers)
      check_firm_names(answer.text.en.names(), answer.needs, "topic '" + topic.id + "'", answer.at, firm,
                       problems);
  }
}

constexpr std::array<std::string_view, 13> guide_phrases{
    "guide_begin",   "guide_yes",         "guide_no",      "guide_unknown", "guide_noted",
    "guide_missed",  "guide_missed_date", "guide_first",   "guide_back_to", "guide_put_unknown",
    "guide_stopped", "guide_go_on",       "date_ambiguous"};
// Lists of answer words that the code itself asks for.
constexpr std::array<std::string_view, 8> reply_words{"said_yes",    "said_no", "dont_know",  "go_back",
                                                      "stop_asking", "go_on",   "start_over", "turned_round"};

void check_phrases(const knowledge::Knowledge& knowledge, std::span<const std::string_view> ids,
                   Problems& problems) {
  for (const auto id : ids) {
    if (knowledge.phrase(id) != nullptr) continue;
    problems.push_back({Severity::error,
                        {"knowledge/phrases", 0, 0},
                        "phrase '" + std::string(id) + "' is missing",
                        "the bot speaks it; add it with en, es and tl"});
  }
}

class GuideWords {
 public:
  GuideWords(const intents::Catalog& catalog, Problems& problems) : catalog_(catalog), problems_(problems) {}

  void known(std::string_view id, const knowledge::SourceLine& at) {
    if (intents::has_wording(catalog_, id)) return;
    problems_.push_back({Severity::error, at, "unknown concept or answer words '" + std::string(id) + "'",
                         "add them in intents/answers, or name a concept"});
  }
  void known_in(const knowledge::Guide& guide) {
    for (const auto& row : guide.starts) {
      for (const auto& item : row) {
        for (const auto& id : item) known(id, guide.at);
      }
    }
    for (const auto& step : guide.steps) {
      for (const auto& option : step.options) {
        for (const auto& id : option.said) known(id, option.at);
      }
    }
  }

 private:
  const intents::Catalog& catalog_;
  Problems& problems_;
};

void check_guides(const knowledge::Knowledge& knowledge, const intents::Catalog& catalog, const Firm& firm,
                  Problems& problems) {
  if (knowledge.guides().empty()) return;
  GuideWords words(catalog, problems);
  for (const auto id : reply_words) words.known(id, {"intents/answers", 0, 0});
  for (const auto& guide : knowledge.guides()) {
    words.known_in(guide);
    for (const auto& saying : guide.sayings) {
      for (const auto* const text : {&saying.text.en, &saying.sms.en})
        check_firm_names(text->names(), {}, "guide '" + guide.id + "'", saying.at, firm, problems);
    }
  }
}

}  // namespace

Problems cross_check(const knowledge::Knowledge& knowledge, const intents::Catalog& catalog,
                     const Firm& firm) {
  Problems problems;
  check_topics(knowledge, catalog, problems);
  check_firm(knowledge, firm, problems);
  for (const auto& rule : knowledge.rules_without_topic()) {
    problems.push_back({Severity::error,
                        {"knowledge/rules.toml", 0, 0},
                        "rule " + rule + " is stated by no topic",
                        "add it to the `rules` of the topic whose answer states it"});
  }
  check_guides(knowledge, catalog, firm, problems);
  check_phrases(knowledge, spoken_phrases, problems);
  if (!knowledge.guides().empty()) check_phrases(knowledge, guide_phrases, problems);
  return problems;
}

}  // namespace tulay::bot
