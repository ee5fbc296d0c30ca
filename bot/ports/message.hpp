#pragma once

#include <cstdint>
#include <optional>
#include <string>

#include "bot/ports/channel.hpp"
#include "knowledge/calendar.hpp"
#include "knowledge/language.hpp"

namespace tulay::bot {

/// Where the client's own case may be spoken of: where the message came from, only in the frame on the
/// server's own origin, or not at all.
enum class CasePlace : std::uint8_t { here, in_frame, nowhere };

/// One message of a client. `text` is UTF-8, trimmed, 1 to 2,000 code points (the channel made sure).
struct Message {
  std::optional<std::string> conversation;  // the client's token, absent on the first turn
  // The channel knows who is speaking and made the token itself (a pair of telephone numbers): it stays the
  // conversation's name from the first turn on, and after a long silence.
  bool named_by_channel = false;
  Channel channel = Channel::web;
  std::string text;
  std::optional<knowledge::Language> language;   // asked for by the client's page
  std::optional<std::string> client_message_id;  // makes a retry safe
  CasePlace case_place = CasePlace::here;
  std::string
      client_block;      // addresses that it came from, as limits count: "203.0.113.0/24"; empty: no limit
  std::string reach_by;  // the channel knows it (a telephone number); for staff alone
  knowledge::Instant received{};
};

}  // namespace tulay::bot
