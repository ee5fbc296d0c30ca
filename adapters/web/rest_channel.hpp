#pragma once

#include "adapters/web/chat_api.hpp"

namespace tulay::web {

/// POST /webhooks/rest/webhook: the REST channel that many chat widgets speak already. A `sender` is chosen
/// by whoever calls and may be guessed, so nothing of a case is asked or shown here. Everything must outlive
/// it.
[[nodiscard]] server::Route rest_route(bot::Engine& engine, const bot::Clock& clock,
                                       const bot::Entropy& entropy, TurnLog turns, FailureLog failures);

}  // namespace tulay::web
