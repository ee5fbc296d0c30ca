#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "bot/ports/handoff.hpp"

namespace tulay::store {

/// A request for a person as the JSON that is kept, without its summary, which has a column of its own;
/// nothing when what was kept is damaged. May gain fields.
[[nodiscard]] std::string encode(const bot::Handoff& handoff);
[[nodiscard]] std::optional<bot::Handoff> handoff_from(std::string_view body, std::string summary);

}  // namespace tulay::store
