#pragma once

#include "adapters/cli/config.hpp"
#include "bot/engine/snapshot.hpp"

namespace tulay::cli {

/// What is wrong with the texts as they would go out by SMS with the firm's values on the day, and with the
/// data that only SMS reads.
[[nodiscard]] knowledge::Problems check_sms(const Config& config, const bot::Snapshot& snapshot,
                                            knowledge::Date today);

}  // namespace tulay::cli
