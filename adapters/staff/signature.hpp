#pragma once

#include <string>
#include <string_view>

namespace tulay::staff {

/// HMAC-SHA256 as lower-case hex: what the receiver of the webhook computes, too.
[[nodiscard]] std::string signature_of(std::string_view secret, std::string_view message);

/// Base64 in lines of 76, each ended by CR LF, as mail wants it.
[[nodiscard]] std::string base64_lines(std::string_view bytes);

}  // namespace tulay::staff
