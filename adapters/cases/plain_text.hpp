#pragma once

#include <optional>
#include <string>
#include <string_view>

namespace tulay::cases {

/// The text without control, bidirectional and zero-width characters and without blanks around it; nothing
/// when it is no valid UTF-8 or longer than 200 bytes.
[[nodiscard]] std::optional<std::string> plain_text(std::string_view text);

/// Is it well-formed UTF-8?
[[nodiscard]] bool is_utf8(std::string_view text);

}  // namespace tulay::cases
