#pragma once

#include <string_view>

#include "intents/catalog.hpp"
#include "intents/thresholds.hpp"
#include "intents/understanding.hpp"

namespace tulay::intents {

/// What the client's words mean: fold, mend, slots, concepts, weigh, decide. Pure and linear in the text;
/// any bytes are fine. `today` is the day in the firm's zone (dates without a year need it).
[[nodiscard]] Understanding understand(const Catalog& catalog, std::string_view utterance,
                                       const Context& context, knowledge::Date today);

/// The same with other decision thresholds (answer, margin, clarify, band, suggest, urgent): for fitting
/// them.
[[nodiscard]] Understanding understand(const Catalog& catalog, std::string_view utterance,
                                       const Context& context, knowledge::Date today,
                                       const Thresholds& thresholds);

}  // namespace tulay::intents
