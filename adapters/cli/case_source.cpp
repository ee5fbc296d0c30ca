#include "adapters/cli/case_source.hpp"

#include <utility>

#include "adapters/cases/live_check.hpp"
#include "adapters/cases/mapped_directory.hpp"
#include "adapters/cases/postgres_database.hpp"
#include "adapters/cases/sqlite_database.hpp"

namespace tulay::cli {
namespace {

std::unique_ptr<cases::CaseDatabase> or_problem(
    tl::expected<std::unique_ptr<cases::SqliteDatabase>, cases::DatabaseError> opened,
    const std::string& what, knowledge::Problems& problems) {
  if (opened) return std::move(*opened);
  problems.push_back(
      {knowledge::Severity::error, {}, "cannot open " + what + ": " + opened.error().detail, ""});
  return nullptr;
}

}  // namespace

std::unique_ptr<cases::CaseDatabase> open_case_database(const CasesConfig& config, knowledge::Date today,
                                                        knowledge::Problems& problems) {
  const std::chrono::milliseconds deadline(config.deadline_ms);
  switch (config.adapter) {
    case CaseAdapter::none:
      break;
    case CaseAdapter::demo:
      return or_problem(cases::SqliteDatabase::demo(today), "the made-up cases", problems);
    case CaseAdapter::sqlite:
      return or_problem(
          cases::SqliteDatabase::open({config.file, deadline, config.connections}, config.mapping),
          "the firm's cases in " + config.file, problems);
    case CaseAdapter::postgres:
      return std::make_unique<cases::PostgresDatabase>(
          cases::PostgresSettings{config.connection, deadline, config.connections, config.prepare},
          config.mapping);
  }
  return nullptr;
}

std::unique_ptr<bot::CaseDirectory> open_cases(const CasesConfig& config, knowledge::Date today,
                                               knowledge::Problems& problems) {
  auto database = open_case_database(config, today, problems);
  if (database == nullptr) return nullptr;
  auto found = cases::live_problems(*database);
  const bool fits = found.empty();
  const bool wrong = knowledge::has_errors(found);
  for (auto& problem : found) problems.push_back(std::move(problem));
  if (wrong) return nullptr;
  return std::make_unique<cases::MappedDirectory>(std::move(database), fits);
}

}  // namespace tulay::cli
