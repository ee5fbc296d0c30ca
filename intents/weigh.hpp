#pragma once

#include <vector>

#include "intents/catalog.hpp"
#include "intents/reading.hpp"
#include "intents/understanding.hpp"

namespace tulay::intents {

/// The readings that evidence speaks for, best first; ties stand by intent id. `last_intent` is -1 or the
/// intent of the last topic. Only patterns whose rarest concept was hit are looked at.
[[nodiscard]] std::vector<Candidate> weigh(const Catalog::Parts& parts, const Reading& reading,
                                           int last_intent);

}  // namespace tulay::intents
