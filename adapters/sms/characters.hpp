#pragma once

#include <cstddef>
#include <string>
#include <string_view>

namespace tulay::sms {

/// The code points of UTF-8; bytes that are none read as U+FFFD, one each.
[[nodiscard]] std::u32string code_points(std::string_view utf8);

[[nodiscard]] std::string utf8(std::u32string_view points);

/// Is every byte part of well-formed UTF-8 (no surrogates, nothing overlong)?
[[nodiscard]] bool is_utf8(std::string_view text);

}  // namespace tulay::sms
