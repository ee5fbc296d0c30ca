#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "bot/ports/channel.hpp"
#include "knowledge/calendar.hpp"
#include "knowledge/language.hpp"
#include "knowledge/topic.hpp"

namespace tulay::bot {

/// Why a person is due: the client asked, something is urgent, the bot did not understand again and again,
/// the client is angry, the client filled in the form, or left a way to be reached.
enum class HandoffReason : std::uint8_t { asked, urgent, misses, anger, form, contact };

/// "asked", "urgent", "misses", "anger", "form", "contact".
[[nodiscard]] std::string_view name(HandoffReason reason);

/// One request for a person. All requests of a conversation carry the same ticket.
struct Handoff {
  std::string ticket;        // "H-7K2M9QXW"
  std::string conversation;  // the session's id
  HandoffReason reason = HandoffReason::asked;
  knowledge::HandoffLevel level = knowledge::HandoffLevel::normal;
  Channel channel = Channel::web;
  knowledge::Language language = knowledge::Language::en;
  knowledge::Instant at{};
  std::string name;        // as the client gave it, for staff alone
  std::string reach_by;    // telephone or e-mail
  std::string when;        // when to call
  std::string message;     // to the office
  std::string contact_id;  // in the firm's directory, when the client was verified
  std::string summary;     // what was said before, identifiers masked
};

/// What staff see: the requests of one conversation, oldest first; open until somebody closes them.
struct Ticket {
  std::string number;
  bool open = true;
  std::string closed_by;
  std::optional<knowledge::Instant> closed;
  std::vector<Handoff> requests;  // at least one
};

}  // namespace tulay::bot
