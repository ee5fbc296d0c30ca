#pragma once

#include <string>
#include <string_view>

namespace tulay::intents {

/// The text with each letter and its accents as one character (NFC); bytes that are no UTF-8 read as U+FFFD.
[[nodiscard]] std::string composed(std::string_view text);

}  // namespace tulay::intents
