#pragma once

#include "intents/catalog.hpp"
#include "knowledge/problem.hpp"

namespace tulay::cli {

/// Examples that do not reach their own intent, and examples that two intents claim.
[[nodiscard]] knowledge::Problems check_examples(const intents::Catalog& catalog, knowledge::Date today);

}  // namespace tulay::cli
