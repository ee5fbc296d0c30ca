#include "adapters/store/handoff_codec.hpp"

#include <nlohmann/json.hpp>

namespace tulay::store {
namespace {

using nlohmann::json;

bot::Handoff read(const json& from) {
  bot::Handoff out;
  out.ticket = from.value("ticket", "");
  out.conversation = from.value("conversation", "");
  out.reason = static_cast<bot::HandoffReason>(from.value("reason", 0));
  out.level = static_cast<knowledge::HandoffLevel>(from.value("level", 0));
  out.channel = static_cast<bot::Channel>(from.value("channel", 0));
  out.language = knowledge::language_from_tag(from.value("language", "en")).value_or(knowledge::Language::en);
  out.at = knowledge::Instant(std::chrono::seconds(from.value("at", std::int64_t{0})));
  out.name = from.value("name", "");
  out.reach_by = from.value("reach_by", "");
  out.when = from.value("when", "");
  out.message = from.value("message", "");
  out.contact_id = from.value("contact_id", "");
  return out;
}

}  // namespace

std::string encode(const bot::Handoff& handoff) {
  const json body{{"ticket", handoff.ticket},
                  {"conversation", handoff.conversation},
                  {"reason", static_cast<int>(handoff.reason)},
                  {"level", static_cast<int>(handoff.level)},
                  {"channel", static_cast<int>(handoff.channel)},
                  {"language", knowledge::tag(handoff.language)},
                  {"at", handoff.at.time_since_epoch().count()},
                  {"name", handoff.name},
                  {"reach_by", handoff.reach_by},
                  {"when", handoff.when},
                  {"message", handoff.message},
                  {"contact_id", handoff.contact_id}};
  return body.dump(-1, ' ', false, json::error_handler_t::replace);
}

std::optional<bot::Handoff> handoff_from(std::string_view body, std::string summary) {
  const auto value = json::parse(body, nullptr, false);
  if (!value.is_object()) return std::nullopt;
  try {
    auto handoff = read(value);
    handoff.summary = std::move(summary);
    return handoff;
  } catch (const json::exception&) {
    return std::nullopt;  // a wrong type inside: damaged, and the caller says so
  }
}

}  // namespace tulay::store
