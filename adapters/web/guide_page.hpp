#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "bot/engine/snapshot.hpp"
#include "bot/ports/clock.hpp"
#include "bot/ports/firm.hpp"
#include "bot/server/http.hpp"

namespace tulay::web {

/// GET /v1/guides/NAME?language=&QUESTION=ANSWER…: the result of a printable guide as a small page. It says
/// nothing of who asks, runs no script and fetches nothing; an answer that is left out is "I do not know".
/// One route for each printable guide of the snapshot at start; all arguments must outlive them.
[[nodiscard]] std::vector<server::Route> guide_pages(const bot::SnapshotCell& snapshots,
                                                     const bot::Firm& firm, const bot::Clock& clock);

/// The reply's paragraphs and lists as HTML.
[[nodiscard]] std::string as_html(std::string_view text);

}  // namespace tulay::web
