#pragma once

#include <functional>
#include <iosfwd>
#include <string>

#include "adapters/console/week.hpp"

namespace tulay::console {

/// What a topic is called; its id where it has no label.
using TopicLabel = std::function<std::string(const std::string& intent)>;

/// The week as text for a terminal.
void print(const Week& week, const TopicLabel& label, std::ostream& out);

/// The week as one page, charts in it as SVG; nothing is loaded and nothing runs.
[[nodiscard]] std::string page_of(const Week& week, const TopicLabel& label, const std::string& firm);

/// "40 %" of a whole; "-" of nothing.
[[nodiscard]] std::string share(int part, int whole);
/// "at once", "45 s", "3 min", "2 h"; "-" where there is none.
[[nodiscard]] std::string waiting_time(std::optional<int> seconds);

}  // namespace tulay::console
