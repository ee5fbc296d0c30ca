#pragma once

#include <functional>
#include <string_view>

#include "adapters/web/case_place.hpp"
#include "bot/engine/engine.hpp"
#include "bot/ports/clock.hpp"
#include "bot/server/http.hpp"

namespace tulay::web {

/// Told when a turn or a look-up failed for a reason that only the log may see.
using FailureLog = std::function<void(std::string_view request_id, std::string_view what)>;
/// Told what a turn did; no words of the client.
using TurnLog = std::function<void(std::string_view request_id, const bot::Trace& trace)>;

/// POST /v1/chat. The engine and the clock must outlive the route.
[[nodiscard]] server::Route chat_route(bot::Engine& engine, const bot::Clock& clock, CaseIsolation isolation,
                                       TurnLog turns, FailureLog failures);

/// The answer when a turn was refused; what only the log may see goes to `failures`.
[[nodiscard]] server::Response refusal(const bot::TurnError& error, const FailureLog& failures,
                                       std::string_view request_id);

}  // namespace tulay::web
