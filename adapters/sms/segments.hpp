#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace tulay::sms {

enum class Encoding : std::uint8_t { gsm7, ucs2 };

/// How a text travels: `units` are septets, or 16-bit units in UCS-2. No text is one segment with no units.
struct Measure {
  Encoding encoding = Encoding::gsm7;
  int units = 0;
  int segments = 1;

  bool operator==(const Measure&) const = default;
};

/// Counts as carriers do: 160 septets in one segment, 153 each in several; 70 and 67 in UCS-2, which one
/// character outside GSM-7 makes of the whole text. An extension or surrogate pair is never split.
[[nodiscard]] Measure measure(std::string_view text);

/// The text of each segment; joined they are the text again.
[[nodiscard]] std::vector<std::string> split(std::string_view text);

}  // namespace tulay::sms
