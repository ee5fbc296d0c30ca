#pragma once

#include <cstdint>
#include <string_view>

namespace tulay::bot {

/// Where a message came from; only `shape` cares.
enum class Channel : std::uint8_t { web, sms, console };

/// "web", "sms", "console".
[[nodiscard]] std::string_view name(Channel channel);

}  // namespace tulay::bot
