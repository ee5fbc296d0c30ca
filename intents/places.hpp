#pragma once

#include <optional>
#include <vector>

#include "intents/catalog_parts.hpp"
#include "intents/reading.hpp"

namespace tulay::intents {

/// Where the items of a pattern stand, one hit an item.
using Places = std::vector<Hit>;

/// The first places of a reading where all items of a pattern stand near each other, in its order if it asks
/// for one; nothing when they do not. Looks around a bounded number of hits of the pattern's key.
[[nodiscard]] std::optional<Places> places_of(const Reading& reading, const CompiledPattern& pattern);

}  // namespace tulay::intents
