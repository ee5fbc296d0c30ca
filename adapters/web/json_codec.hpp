#pragma once

#include <nlohmann/json_fwd.hpp>
#include <string>

#include "bot/engine/engine.hpp"
#include "bot/ports/session.hpp"

namespace tulay::web {

// The wire form of replies: api.md, section 2.

[[nodiscard]] nlohmann::ordered_json wire(const bot::Reply& reply);
[[nodiscard]] nlohmann::ordered_json wire(const std::optional<bot::HandoffNotice>& notice);
/// A turn in the answer of GET /v1/conversation.
[[nodiscard]] nlohmann::ordered_json wire(const bot::StoredTurn& turn);

/// The answer of POST /v1/chat; `asked_to_resume`: the message named a conversation.
[[nodiscard]] nlohmann::ordered_json wire(const bot::TurnResult& result, bool asked_to_resume);
/// The same for a single question outside of a conversation: `tulay ask --json`.
[[nodiscard]] nlohmann::ordered_json wire(const bot::Said& said);

/// As text; bytes that are not UTF-8 become U+FFFD rather than an exception.
[[nodiscard]] std::string text_of(const nlohmann::ordered_json& value);

}  // namespace tulay::web
