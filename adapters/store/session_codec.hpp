#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "bot/ports/session.hpp"

namespace tulay::store {

/// Sessions and turns as the JSON that is kept; nothing when what was kept is damaged. The stored form may
/// gain fields: what is missing reads as its default.
[[nodiscard]] std::string encode(const bot::Session& session);
[[nodiscard]] std::string encode(const bot::StoredTurn& turn);
[[nodiscard]] std::optional<bot::Session> session_from(std::string_view text);
[[nodiscard]] std::optional<bot::StoredTurn> turn_from(std::string_view text);

}  // namespace tulay::store
