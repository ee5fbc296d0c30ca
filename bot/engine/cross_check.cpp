#include "bot/engine/cross_check.hpp"

#include <algorithm>
#include <array>

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

void check_firm(const knowledge::Knowledge& knowledge, const Firm& firm, Problems& problems) {
  for (const auto& topic : knowledge.topics()) {
    for (const auto& answer : topic.answers) {
      for (const auto& name : answer.text.en.names()) {
        if (!name.starts_with("firm.") || firm.values.contains(name.substr(5))) continue;
        if (std::find(answer.needs.begin(), answer.needs.end(), name) != answer.needs.end()) continue;
        problems.push_back(
            {Severity::error, answer.at,
             "topic '" + topic.id + "' uses {" + name + "}, which the configuration does not set",
             "set " + name + " in tulay.toml, or let the answer need it"});
      }
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
  for (const auto id : spoken_phrases) {
    if (knowledge.phrase(id) != nullptr) continue;
    problems.push_back({Severity::error,
                        {"knowledge/phrases", 0, 0},
                        "phrase '" + std::string(id) + "' is missing",
                        "the bot speaks it; add it with en, es and tl"});
  }
  return problems;
}

}  // namespace tulay::bot
