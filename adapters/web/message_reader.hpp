#pragma once

#include <string>
#include <string_view>
#include <tl/expected.hpp>

#include "bot/ports/message.hpp"

namespace tulay::web {

/// The message in the body of POST /v1/chat, or a sentence that names the field and what is wrong with it.
/// Unknown fields are ignored; null is the same as absent.
[[nodiscard]] tl::expected<bot::Message, std::string> read_message(std::string_view body,
                                                                   knowledge::Instant received);

/// A message's text as the bot takes it: trimmed, valid UTF-8, 1 to 2,000 code points; else what is wrong.
[[nodiscard]] tl::expected<std::string, std::string> checked_message(std::string_view text);

/// Without white space at both ends: Unicode's, and zero-width characters.
[[nodiscard]] std::string_view trimmed(std::string_view text);

}  // namespace tulay::web
