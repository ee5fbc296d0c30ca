#pragma once

#include <string>
#include <string_view>

#include "bot/engine/engine.hpp"

namespace tulay::sms {

/// A client's text as the bot takes it: trimmed, at most 2,000 characters.
[[nodiscard]] std::string words_of(std::string_view text);

/// A turn as one text: the replies, how to reach a person where one is due, and `notice`.
[[nodiscard]] std::string running_text(const bot::TurnResult& result, std::string_view notice);

}  // namespace tulay::sms
