#pragma once

#include <functional>
#include <vector>

#include "bot/ports/outbox.hpp"
#include "bot/server/http.hpp"

namespace tulay::web {

/// GET /v1/demo/outbox: the texts that a demo would have sent, oldest first, so that anybody can try a
/// one-time code. Only ever a route of `--demo`.
[[nodiscard]] server::Route demo_outbox_route(std::function<std::vector<bot::QueuedText>()> texts);

}  // namespace tulay::web
