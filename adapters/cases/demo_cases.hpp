#pragma once

#include <SQLiteCpp/SQLiteCpp.h>

#include <string>

#include "knowledge/calendar.hpp"

namespace tulay::cases {

/// The schema of case_demo.sql and its twelve made-up cases, their dates counted from `today`.
void fill_with_demo(SQLite::Database& database, knowledge::Date today);

/// The same as statements for any database: the days that the demo asks for, then case_demo.sql.
[[nodiscard]] std::string demo_statements(knowledge::Date today);

/// The schema alone.
[[nodiscard]] std::string case_schema();

}  // namespace tulay::cases
