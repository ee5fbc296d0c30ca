#pragma once

#include <string>
#include <string_view>

namespace tulay::sms {

/// Some gateways write numbers without the "+".
[[nodiscard]] std::string with_plus(std::string_view digits);

/// Can a person be behind it? "+" and 10 to 15 digits: no short code, no letters, no "whatsapp:" before it.
/// Two programs that text each other would never stop.
[[nodiscard]] bool is_subscriber(std::string_view number);

}  // namespace tulay::sms
