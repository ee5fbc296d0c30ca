#pragma once

#include <optional>
#include <string>

#include "bot/ports/channel.hpp"
#include "knowledge/calendar.hpp"
#include "knowledge/language.hpp"

namespace tulay::bot {

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
  std::string reach_by;                          // the channel knows it (a telephone number); for staff alone
  knowledge::Instant received{};
};

}  // namespace tulay::bot
