#pragma once

#include <nlohmann/json_fwd.hpp>
#include <vector>

#include "bot/ports/session.hpp"

namespace tulay::store {

/// The guides that a client is being led through, as they are kept with the session.
[[nodiscard]] nlohmann::json to_json(const std::vector<bot::GuideState>& guides);
/// Nothing but no guides when there are none.
[[nodiscard]] std::vector<bot::GuideState> guides_from(const nlohmann::json& session);

}  // namespace tulay::store
