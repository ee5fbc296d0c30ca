#include "adapters/web/json_codec.hpp"

#include <cmath>
#include <nlohmann/json.hpp>

namespace tulay::web {
namespace {

using nlohmann::ordered_json;

ordered_json day(const std::optional<knowledge::Date>& date) {
  return date ? ordered_json(knowledge::iso(*date)) : ordered_json(nullptr);
}

ordered_json shown_fact(const bot::ShownFact& fact) {
  return {{"id", fact.id},
          {"value", fact.value},
          {"valid_from", day(fact.valid_from)},
          {"checked_on", knowledge::iso(fact.checked_on)},
          {"superseded", fact.superseded}};
}

ordered_json shown_source(const bot::ShownSource& source) {
  return {{"title", source.title}, {"url", source.url}, {"as_of", day(source.as_of)}};
}

ordered_json suggestion(const bot::Suggestion& offered) {
  return {{"label", offered.label}, {"message", offered.message}, {"intent", offered.intent}};
}

ordered_json event(const bot::CaseEvent& shown) {
  return {{"label", shown.label}, {"on", day(shown.on)}, {"state", name(shown.state)}};
}

template <class Value, class Wire>
ordered_json list(const std::vector<Value>& values, Wire wire_of) {
  auto array = ordered_json::array();
  for (const auto& value : values) array.push_back(wire_of(value));
  return array;
}

ordered_json card(const bot::CaseCard& shown) {
  return {{"number", shown.number},
          {"title", shown.title},
          {"status", shown.status},
          {"timeline", list(shown.timeline, event)},
          {"note", shown.note}};
}

ordered_json all(const std::vector<bot::Reply>& replies) {
  return list(replies, [](const bot::Reply& reply) { return wire(reply); });
}

std::string timestamp(knowledge::Instant instant) {
  const auto midnight = std::chrono::floor<std::chrono::days>(instant);
  const std::chrono::hh_mm_ss time(instant - midnight);
  const auto two = [](auto count) { return (count < 10 ? "0" : "") + std::to_string(count); };
  return knowledge::iso(knowledge::Date(midnight)) + "T" + two(time.hours().count()) + ":" +
         two(time.minutes().count()) + ":" + two(time.seconds().count()) + "Z";
}

}  // namespace

ordered_json wire(const bot::Reply& reply) {
  ordered_json body{{"text", reply.text},
                    {"outcome", name(reply.outcome)},
                    {"intent", reply.intent ? ordered_json(*reply.intent) : ordered_json(nullptr)},
                    {"confidence", std::round(reply.confidence * 1000) / 1000},
                    {"facts", list(reply.facts, shown_fact)},
                    {"sources", list(reply.sources, shown_source)},
                    {"suggestions", list(reply.suggestions, suggestion)}};
  if (reply.field != bot::Field::none) body["field"] = name(reply.field);
  if (reply.in_frame) body["continue_in"] = "frame";
  if (reply.case_card) body["case_card"] = card(*reply.case_card);
  if (!reply.page.empty()) body["page"] = reply.page;
  return body;
}

ordered_json wire(const std::optional<bot::HandoffNotice>& notice) {
  if (!notice) return nullptr;
  return {{"level", name(notice->level)},
          {"phone", notice->phone},
          {"text", notice->text},
          {"ticket", notice->ticket ? ordered_json(*notice->ticket) : ordered_json(nullptr)}};
}

ordered_json wire(const bot::StoredTurn& turn) {
  return {{"turn", turn.turn},
          {"at", timestamp(turn.at)},
          {"message", turn.client_text},
          {"language", knowledge::tag(turn.language)},
          {"replies", all(turn.replies)},
          {"handoff", wire(turn.handoff)}};
}

ordered_json wire(const bot::TurnResult& result, bool asked_to_resume) {
  ordered_json body{{"conversation", result.conversation}};
  if (asked_to_resume) body["resumed"] = result.resumed;
  body["turn"] = result.turn;
  body["language"] = knowledge::tag(result.language);
  body["replies"] = all(result.replies);
  body["handoff"] = wire(result.handoff);
  return body;
}

ordered_json wire(const bot::Said& said) {
  return {{"turn", said.next.turns},
          {"language", knowledge::tag(said.next.language)},
          {"replies", all(said.replies)},
          {"handoff", wire(said.handoff)}};
}

std::string text_of(const ordered_json& value) {
  return value.dump(-1, ' ', false, ordered_json::error_handler_t::replace);
}

}  // namespace tulay::web
