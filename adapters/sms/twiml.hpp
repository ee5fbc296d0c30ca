#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace tulay::sms {

/// Twilio's answer in XML: one Message for each text, an empty Response for none. What XML 1.0 forbids is
/// dropped, markup stays text.
[[nodiscard]] std::string twiml(const std::vector<std::string>& texts);

}  // namespace tulay::sms
