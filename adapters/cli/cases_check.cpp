#include <iomanip>
#include <iostream>

#include "adapters/cases/live_check.hpp"
#include "adapters/cases/purposes.hpp"
#include "adapters/cases/survey.hpp"
#include "adapters/cli/case_source.hpp"
#include "adapters/cli/commands.hpp"
#include "adapters/cli/progress.hpp"
#include "adapters/cli/tell.hpp"

namespace tulay::cli {
namespace {

constexpr int patience_ms = 600'000;  // every row of the firm is read

void print_columns(const cases::CaseDatabase& database) {
  for (const auto purpose : cases::all_purposes()) {
    if (database.mapping().query(purpose).sql.empty()) continue;
    std::cout << "cases.query." << cases::rules_of(purpose).name << ':';
    const auto columns = database.columns(purpose);
    for (const auto& column : columns.value_or(std::vector<cases::ColumnType>()))
      std::cout << ' ' << column.name << (column.type.empty() ? "" : " (" + column.type + ")");
    std::cout << '\n';
  }
}

void print_rows(const cases::Survey& survey) {
  for (const auto purpose : cases::all_purposes()) {
    const auto& of = survey.of[static_cast<std::size_t>(purpose)];
    if (of.asked == 0) continue;
    const auto each =
        std::chrono::duration<double, std::milli>(of.time).count() / static_cast<double>(of.asked);
    std::cout << "cases.query." << cases::rules_of(purpose).name << ": " << of.rows << " rows, asked "
              << of.asked << " times, " << std::fixed << std::setprecision(3) << each << " ms each\n";
  }
  for (const auto& [word, count] : survey.unmapped)
    std::cout << "no mapping in [cases.values." << word.first << "]: '" << word.second << "', " << count
              << " times\n";
  for (const auto& [column, count] : survey.left_out)
    std::cout << "not a real value, left out: " << column << ", " << count << " times\n";
  for (const auto& example : survey.examples) std::cout << "  case " << example << '\n';
  for (const auto& one : survey.not_found) std::cout << "case " << one << '\n';
}

}  // namespace

int check_cases(const Config& config) {
  auto patient = config.cases;
  patient.deadline_ms = patience_ms;
  knowledge::Problems problems;
  const auto today = day_for({}, config);
  const auto database = open_case_database(patient, today, problems);
  if (database == nullptr) {
    if (problems.empty()) std::cerr << "tulay: error: no cases are set up; see [cases] in tulay.toml\n";
    tell(problems);
    return bad_usage;
  }
  const auto access = database->access();
  if (!access) {
    std::cerr << "tulay: error: the firm's cases cannot be reached: " << access.error().detail << '\n';
    return found_problems;
  }
  std::cout << "connected: " << access->who << "; " << (access->read_only ? "can only read" : "CAN WRITE")
            << '\n';
  problems = cases::live_problems(*database);
  if (knowledge::has_errors(problems)) return tell(problems), found_problems;
  tell(cases::index_problems(*database));
  print_columns(*database);
  if (config.cases.mapping.query(cases::Purpose::contact_ids).sql.empty()) {
    std::cout << "rows are not looked through: cases.query.contact_ids is not set\n";
    return done;
  }
  const auto survey = cases::survey(*database, today, progress_on_stderr("contacts"));
  if (!survey) {
    std::cerr << "tulay: error: " << survey.error().detail << '\n';
    return found_problems;
  }
  print_rows(*survey);
  return survey->not_found.empty() && survey->left_out.empty() ? done : found_problems;
}

}  // namespace tulay::cli
