#pragma once

#include "adapters/cases/mapping.hpp"
#include "adapters/cases/sql_text.hpp"
#include "knowledge/problem.hpp"

namespace tulay::cases {

/// What is wrong with a mapping by itself, before any database is asked: parameters that are not ours or are
/// missing, more than one statement, one that writes, words that the bot does not know, dates it cannot read.
[[nodiscard]] knowledge::Problems mapping_problems(const Mapping& mapping, Dialect dialect);

}  // namespace tulay::cases
