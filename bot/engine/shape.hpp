#pragma once

#include <string>
#include <vector>

#include "bot/ports/reply.hpp"

namespace tulay::bot {

/// The parts of a reply put together: paragraphs on a page, one running text in an SMS. Empty parts are left
/// out.
[[nodiscard]] std::string as_paragraphs(const std::vector<std::string>& parts, bool sms);

/// "\n1 What is re-parole?\n2 …": choices as numbers, for channels without buttons.
[[nodiscard]] std::string numbered(const std::vector<Suggestion>& suggestions);

}  // namespace tulay::bot
