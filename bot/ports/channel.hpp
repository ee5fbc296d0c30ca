#pragma once

#include <cstdint>

namespace tulay::bot {

/// Where a message came from; only `shape` cares.
enum class Channel : std::uint8_t { web, sms, console };

}  // namespace tulay::bot
