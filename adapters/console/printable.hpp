#pragma once

#include <string>
#include <string_view>

namespace tulay::console {

/// A client's words as a terminal may show them: control characters (escape sequences, too) and marks that
/// turn the direction of writing are blanks; so is what is not UTF-8.
[[nodiscard]] std::string printable(std::string_view text);

}  // namespace tulay::console
