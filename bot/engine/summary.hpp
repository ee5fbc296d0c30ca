#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "bot/ports/session.hpp"

namespace tulay::bot {

/// A client's words as staff may see them: identifiers masked, on one line, at most so many characters.
[[nodiscard]] std::string masked_line(std::string_view text, std::size_t longest = 300);

/// What was said, for the person who takes over: the client's words, masked, and what the bot made of them.
/// Nothing that the bot read out of a file is in it. Pure.
[[nodiscard]] std::string summary_of(const std::vector<StoredTurn>& turns, const Session& session);

}  // namespace tulay::bot
