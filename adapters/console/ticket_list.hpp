#pragma once

#include <iosfwd>
#include <nlohmann/json_fwd.hpp>
#include <string>
#include <vector>

#include "bot/ports/handoff.hpp"

namespace tulay::console {

/// The tickets as staff read them, times in the firm's zone; `with_summary`: what was said before, too.
void print(const std::vector<bot::Ticket>& tickets, const std::string& zone, bool with_summary,
           std::ostream& out);

/// The same for machines, with everything.
[[nodiscard]] nlohmann::ordered_json to_json(const std::vector<bot::Ticket>& tickets);

}  // namespace tulay::console
