#pragma once

#include <vector>

#include "adapters/sms/answering.hpp"
#include "bot/server/http.hpp"

namespace tulay::sms {

/// POST /sms/<gateway> (and GET, where the gateway uses it) for clients' texts, and /sms/<gateway>/status for
/// delivery reports. What is unsigned, wrongly signed, stale or replayed gets 403 and changes nothing.
[[nodiscard]] std::vector<server::Route> sms_routes(const Doors& doors, const SmsSettings& settings,
                                                    const SmsEvents& events);

}  // namespace tulay::sms
