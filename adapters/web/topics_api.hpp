#pragma once

#include "bot/engine/snapshot.hpp"
#include "bot/server/http.hpp"

namespace tulay::web {

/// GET /v1/topics?language=: the starter questions. The cell must outlive the route.
[[nodiscard]] server::Route topics_route(const bot::SnapshotCell& snapshots);

}  // namespace tulay::web
