#include "bot/engine/answer_parts.hpp"

#include <algorithm>

#include "bot/engine/guide_reading.hpp"

namespace tulay::bot {
namespace {

using knowledge::Topic;

const knowledge::Answer* usable(const Topic& topic, const Filling& filling) {
  const auto found =
      std::find_if(topic.answers.begin(), topic.answers.end(), [&](const knowledge::Answer& answer) {
        return std::all_of(answer.needs.begin(), answer.needs.end(),
                           [&](const std::string& need) { return filling.has(need); });
      });
  return found == topic.answers.end() ? nullptr : &*found;
}

std::optional<Suggestion> suggestion(const std::string& id, const Setting& setting) {
  if (const auto* const guide = setting.snapshot.knowledge.guide(id))
    return Suggestion{guide->label[setting.language], guide->question[setting.language],
                      std::string(guide_prefix) + guide->id};
  const auto* const intent = setting.snapshot.catalog.intent(id);
  const auto* const topic = setting.snapshot.knowledge.topic(intent == nullptr ? id : intent->topic);
  if (topic == nullptr) return std::nullopt;
  return Suggestion{topic->label[setting.language], topic->question[setting.language], topic->id};
}

}  // namespace

std::string text_of(const Topic& topic, Filling& filling, bool sms) {
  const auto* const answer = usable(topic, filling);
  if (answer == nullptr) return filling.phrase("dont_know", sms);
  return filling.fill(sms ? answer->sms[filling.language()] : answer->text[filling.language()]);
}

std::vector<Suggestion> suggestions(const std::vector<std::string>& ids, const Setting& setting) {
  std::vector<Suggestion> out;
  for (const auto& id : ids) {
    if (out.size() >= setting.offered_at_most) break;
    if (auto one = suggestion(id, setting)) out.push_back(std::move(*one));
  }
  return out;
}

void add_sources(const std::vector<std::string>& ids, const Setting& setting, Reply& reply) {
  for (const auto& id : ids) {
    if (const auto* const source = setting.snapshot.knowledge.source(id)) {
      reply.sources.push_back({source->title[setting.language], source->url, source->as_of});
    }
  }
}

std::string figures_line(Filling& filling, const Setting& setting, bool sms) {
  const auto facts = filling.facts();
  if (facts.empty()) return {};
  const auto oldest = std::min_element(
      facts.begin(), facts.end(), [](const auto& a, const auto& b) { return a.checked_on < b.checked_on; });
  filling.set("date", sms ? knowledge::short_form(oldest->checked_on, setting.language)
                          : knowledge::long_form(oldest->checked_on, setting.language));
  if (filling.any_stale()) return filling.phrase("figures_old", sms);
  return filling.phrase(sms ? "sms_figures_checked" : "figures_checked", sms);
}

}  // namespace tulay::bot
