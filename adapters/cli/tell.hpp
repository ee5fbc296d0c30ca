#pragma once

#include "bot/ports/store.hpp"
#include "knowledge/problem.hpp"

namespace tulay::cli {

/// A line each on stderr.
void tell(const knowledge::Problems& problems);
/// What the store could not do, on stderr; the exit status that goes with it.
int tell(const bot::StoreError& error);

}  // namespace tulay::cli
