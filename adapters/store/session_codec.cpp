#include "adapters/store/session_codec.hpp"

#include <nlohmann/json.hpp>

#include "adapters/store/guide_codec.hpp"

namespace tulay::store {
namespace {

using nlohmann::json;

std::string dump(const json& value) { return value.dump(-1, ' ', false, json::error_handler_t::replace); }

json seconds(knowledge::Instant instant) { return instant.time_since_epoch().count(); }

knowledge::Instant instant(const json& from, const char* key) {
  return knowledge::Instant(std::chrono::seconds(from.value(key, std::int64_t{0})));
}

template <class T>
std::optional<T> optional(const json& from, const char* key) {
  const auto found = from.find(key);
  return found == from.end() || found->is_null() ? std::nullopt : std::optional<T>(found->template get<T>());
}

template <class T>
json nullable(const std::optional<T>& value) {
  return value ? json(*value) : json(nullptr);
}

json day(const std::optional<knowledge::Date>& date) {
  return date ? json(knowledge::iso(*date)) : json(nullptr);
}

std::optional<knowledge::Date> day(const json& from, const char* key) {
  const auto text = optional<std::string>(from, key);
  return text ? knowledge::date_from_iso(*text) : std::nullopt;
}

knowledge::Language language(const json& from) {
  return knowledge::language_from_tag(from.value("language", "en")).value_or(knowledge::Language::en);
}

// A case card is not kept.
json to_json(const bot::Reply& reply) {
  json facts = json::array();
  for (const auto& fact : reply.facts) {
    facts.push_back({{"id", fact.id},
                     {"value", fact.value},
                     {"valid_from", day(fact.valid_from)},
                     {"checked_on", knowledge::iso(fact.checked_on)},
                     {"superseded", fact.superseded}});
  }
  json sources = json::array();
  for (const auto& source : reply.sources) {
    sources.push_back({{"title", source.title}, {"url", source.url}, {"as_of", day(source.as_of)}});
  }
  json suggestions = json::array();
  for (const auto& choice : reply.suggestions) {
    suggestions.push_back({{"label", choice.label}, {"message", choice.message}, {"intent", choice.intent}});
  }
  return {{"text", reply.text},
          {"outcome", static_cast<int>(reply.outcome)},
          {"intent", nullable(reply.intent)},
          {"confidence", reply.confidence},
          {"facts", facts},
          {"sources", sources},
          {"suggestions", suggestions},
          {"field", static_cast<int>(reply.field)},
          {"in_frame", reply.in_frame},
          {"page", reply.page}};
}

bot::Reply reply_from(const json& from) {
  bot::Reply reply;
  reply.text = from.value("text", "");
  reply.outcome = static_cast<bot::Outcome>(from.value("outcome", static_cast<int>(bot::Outcome::fallback)));
  reply.intent = optional<std::string>(from, "intent");
  reply.confidence = from.value("confidence", 0.0);
  reply.page = from.value("page", "");
  for (const auto& fact : from.value("facts", json::array())) {
    reply.facts.push_back({fact.value("id", ""), fact.value("value", ""), day(fact, "valid_from"),
                           day(fact, "checked_on").value_or(knowledge::Date{}),
                           fact.value("superseded", false)});
  }
  for (const auto& source : from.value("sources", json::array())) {
    reply.sources.push_back({source.value("title", ""), source.value("url", ""), day(source, "as_of")});
  }
  for (const auto& choice : from.value("suggestions", json::array())) {
    reply.suggestions.push_back(
        {choice.value("label", ""), choice.value("message", ""), choice.value("intent", "")});
  }
  reply.field = static_cast<bot::Field>(from.value("field", 0));
  reply.in_frame = from.value("in_frame", false);
  return reply;
}

json to_json(const std::optional<bot::HandoffNotice>& notice) {
  if (!notice) return nullptr;
  return {{"level", static_cast<int>(notice->level)},
          {"phone", notice->phone},
          {"text", notice->text},
          {"ticket", nullable(notice->ticket)}};
}

std::optional<bot::HandoffNotice> notice_from(const json& from) {
  const auto found = from.find("handoff");
  if (found == from.end() || found->is_null()) return std::nullopt;
  return bot::HandoffNotice{static_cast<knowledge::HandoffLevel>(found->value("level", 0)),
                            found->value("phone", ""), found->value("text", ""),
                            optional<std::string>(*found, "ticket")};
}

json to_json(const bot::Verification& verification) {
  if (verification.state == bot::VerificationState::none && verification.codes == 0) return nullptr;
  return {{"state", static_cast<int>(verification.state)},
          {"pending", verification.pending},
          {"found", verification.found},
          {"years", verification.years},
          {"code_digest", verification.code_digest},
          {"tries", verification.tries},
          {"codes", verification.codes},
          {"until", seconds(verification.until)},
          {"contact_id", verification.contact_id},
          {"since", seconds(verification.since)},
          {"last_used", seconds(verification.last_used)}};
}

bot::Verification verification_from(const json& session) {
  bot::Verification out;
  const auto found = session.find("verification");
  if (found == session.end() || found->is_null()) return out;
  out.state = static_cast<bot::VerificationState>(found->value("state", 0));
  out.pending = found->value("pending", "");
  out.found = found->value("found", std::vector<std::string>{});
  out.years = found->value("years", std::vector<std::string>{});
  out.code_digest = found->value("code_digest", "");
  out.tries = found->value("tries", 0);
  out.codes = found->value("codes", 0);
  out.until = instant(*found, "until");
  out.contact_id = found->value("contact_id", "");
  out.since = instant(*found, "since");
  out.last_used = instant(*found, "last_used");
  return out;
}

json to_json(const std::optional<bot::PersonAsked>& person) {
  if (!person) return nullptr;
  return {{"reason", static_cast<int>(person->reason)},
          {"level", static_cast<int>(person->level)},
          {"at", seconds(person->at)},
          {"reachable", person->reachable}};
}

std::optional<bot::PersonAsked> person_from(const json& session) {
  const auto found = session.find("person");
  if (found == session.end() || found->is_null()) return std::nullopt;
  return bot::PersonAsked{static_cast<bot::HandoffReason>(found->value("reason", 0)),
                          static_cast<knowledge::HandoffLevel>(found->value("level", 0)),
                          instant(*found, "at"), found->value("reachable", false)};
}

bot::Session session_of(const json& from) {
  bot::Session session;
  session.id = from.value("id", "");
  session.channel = static_cast<bot::Channel>(from.value("channel", 0));
  session.language = language(from);
  session.language_chosen = from.value("language_chosen", false);
  session.turns = from.value("turns", 0);
  session.misses = from.value("misses", 0);
  session.last_intent = optional<std::string>(from, "last_intent");
  session.offered = from.value("offered", std::vector<std::string>{});
  session.slots = from.value("slots", std::map<std::string, std::string>{});
  session.verification = verification_from(from);
  session.answered = from.value("answered", false);
  session.person = person_from(from);
  session.guides = guides_from(from);
  session.started = instant(from, "started");
  session.last_active = instant(from, "last_active");
  return session;
}

bot::StoredTurn turn_of(const json& from) {
  bot::StoredTurn turn;
  turn.turn = from.value("turn", 0);
  turn.client_text = from.value("client_text", "");
  for (const auto& reply : from.value("replies", json::array())) turn.replies.push_back(reply_from(reply));
  turn.language = language(from);
  turn.handoff = notice_from(from);
  turn.client_message_id = optional<std::string>(from, "client_message_id");
  turn.at = instant(from, "at");
  return turn;
}

template <class Read>
auto read(std::string_view text, Read from) -> std::optional<decltype(from(json()))> {
  const auto value = json::parse(text, nullptr, false);
  if (!value.is_object()) return std::nullopt;
  try {
    return from(value);
  } catch (const json::exception&) {
    return std::nullopt;  // a wrong type inside: damaged, and the caller says so
  }
}

}  // namespace

std::string encode(const bot::Session& session) {
  return dump({{"id", session.id},
               {"channel", static_cast<int>(session.channel)},
               {"language", knowledge::tag(session.language)},
               {"language_chosen", session.language_chosen},
               {"turns", session.turns},
               {"misses", session.misses},
               {"last_intent", nullable(session.last_intent)},
               {"offered", session.offered},
               {"slots", session.slots},
               {"verification", to_json(session.verification)},
               {"answered", session.answered},
               {"person", to_json(session.person)},
               {"guides", to_json(session.guides)},
               {"started", seconds(session.started)},
               {"last_active", seconds(session.last_active)}});
}

std::string encode(const bot::StoredTurn& turn) {
  json replies = json::array();
  for (const auto& reply : turn.replies) replies.push_back(to_json(reply));
  return dump({{"turn", turn.turn},
               {"client_text", turn.client_text},
               {"replies", replies},
               {"language", knowledge::tag(turn.language)},
               {"handoff", to_json(turn.handoff)},
               {"client_message_id", nullable(turn.client_message_id)},
               {"at", seconds(turn.at)}});
}

std::optional<bot::Session> session_from(std::string_view text) { return read(text, session_of); }
std::optional<bot::StoredTurn> turn_from(std::string_view text) { return read(text, turn_of); }

}  // namespace tulay::store
