#pragma once

#include <string>
#include <vector>

#include "bot/engine/snapshot.hpp"
#include "bot/ports/firm.hpp"
#include "bot/server/http.hpp"

namespace tulay::web {

/// GET /v1/topics?language=: what a page needs before the first message. That is the starter questions, the
/// firm's name, phone and hours, which `offers` there are beside chat ("feedback", "handoff"), and what the
/// frame says before a case is asked for. Cell and firm must outlive the route.
[[nodiscard]] server::Route topics_route(const bot::SnapshotCell& snapshots, const bot::Firm& firm,
                                         std::vector<std::string> offers);

/// The offers among `routes`: POST /v1/feedback and POST /v1/handoff.
[[nodiscard]] std::vector<std::string> offers_of(const std::vector<server::Route>& routes);

}  // namespace tulay::web
