#pragma once

#include "adapters/cases/case_database.hpp"
#include "knowledge/problem.hpp"

namespace tulay::cases {

/// What a live database says against the mapping: queries that it does not understand, columns that are
/// missing, unknown or of the wrong type. While it cannot be reached there is one warning.
[[nodiscard]] knowledge::Problems live_problems(const CaseDatabase& database);

/// Warnings for look-ups that read whole tables, with the index to make.
[[nodiscard]] knowledge::Problems index_problems(const CaseDatabase& database);

/// "CREATE INDEX ON matter (case_number)" for a query that compares `matter.case_number` with a parameter;
/// empty where the column cannot be told.
[[nodiscard]] std::string index_for(const std::string& sql, Dialect dialect);

}  // namespace tulay::cases
