#pragma once

#include "knowledge/guide.hpp"
#include "knowledge/problem.hpp"

namespace tulay::knowledge {

/// What must hold within a guide: every answer leads to a question of it or to the result, no way runs in a
/// circle, every question is reached, conditions and {answer.*} speak of answers that can be given, and
/// somebody who knows nothing is told something too.
void check_guide(const Guide& guide, Problems& problems);

}  // namespace tulay::knowledge
