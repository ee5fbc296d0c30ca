#pragma once

#include <string>
#include <string_view>

namespace tulay::bot {

/// A text as it stands in HTML, between tags or in a quoted attribute: it stays text whatever is in it.
[[nodiscard]] std::string html_text(std::string_view text);

}  // namespace tulay::bot
