#pragma once

#include <vector>

#include "intents/catalog_parts.hpp"

namespace tulay::intents {

/// Turns intents as read into `parts`: names to numbers, patterns filed under their rarest concept. Unknown
/// names are recorded with place and remedy. `parts.concepts` must be there.
void compile(const std::vector<Intent>& intents, Catalog::Parts& parts, knowledge::Problems& problems);

}  // namespace tulay::intents
