#pragma once

#include "knowledge/knowledge.hpp"

namespace tulay::knowledge {

/// Every id that one piece of knowledge uses of another must be there, and no answer may show a fact that has
/// no value for clients, unless the answer `needs` it.
void check_references(const Knowledge& knowledge, Problems& problems);

}  // namespace tulay::knowledge
