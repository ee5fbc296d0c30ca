#include "adapters/cases/demo_cases.hpp"

#include "embedded_cases.hpp"

namespace tulay::cases {
namespace {

constexpr int reach = 800;  // days before and after today that case_demo.sql asks for

}  // namespace

std::string demo_statements(knowledge::Date today) {
  std::string out = "CREATE TABLE demo_day (n INTEGER PRIMARY KEY, d TEXT);\nINSERT INTO demo_day VALUES ";
  for (int n = -reach; n <= reach; ++n)
    out.append(n == -reach ? "(" : ", (")
        .append(std::to_string(n))
        .append(", '")
        .append(knowledge::iso(knowledge::plus_days(today, n)))
        .append("')");
  return out.append(";\n").append(case_demo_sql).append("\nDROP TABLE demo_day;\n");
}

std::string case_schema() { return std::string(case_demo_sql.substr(0, case_demo_sql.find("INSERT INTO"))); }

void fill_with_demo(SQLite::Database& database, knowledge::Date today) {
  database.exec("BEGIN");
  database.exec(demo_statements(today));
  database.exec("COMMIT");
}

}  // namespace tulay::cases
