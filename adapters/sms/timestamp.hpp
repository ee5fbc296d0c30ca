#pragma once

#include <optional>
#include <string_view>

#include "knowledge/calendar.hpp"

namespace tulay::sms {

/// Seconds since 1970, digits only.
[[nodiscard]] std::optional<knowledge::Instant> instant_of(std::string_view digits);

/// At most 300 seconds away from now, before or after?
[[nodiscard]] bool fresh(knowledge::Instant signed_at, knowledge::Instant now);

}  // namespace tulay::sms
