#include <fstream>
#include <iostream>
#include <sstream>

#include "adapters/cases/csv_import.hpp"
#include "adapters/cli/commands.hpp"
#include "adapters/cli/progress.hpp"
#include "adapters/cli/tell.hpp"

namespace tulay::cli {
namespace {

/// Only a SQLite file in our own schema can be filled.
const char* why_not(const CasesConfig& cases) {
  if (cases.adapter != CaseAdapter::sqlite) return "cases.adapter must be sqlite, with cases.file";
  const auto& query = cases.mapping.query(tulay::cases::Purpose::cases);
  return query.at.file.empty() ? nullptr
                               : "with [cases.query] the bot reads other tables than an import fills";
}

}  // namespace

int import_cases(const Config& config, const CasesOptions& options) {
  if (const auto* const why = why_not(config.cases)) {
    std::cerr << "tulay: error: " << why << '\n';
    return bad_usage;
  }
  std::ifstream in(options.file, std::ios::binary);
  std::ostringstream text;
  text << in.rdbuf();
  if (!in) {
    std::cerr << options.file.string() << ": error: it cannot be read\n";
    return bad_usage;
  }
  knowledge::Problems problems;
  const auto today = day_for({}, config);
  const auto import = cases::read_import(text.str(), options.file.string(), config.cases.mapping,
                                         config.cases.import_headers, today, problems);
  tell(problems);
  if (knowledge::has_errors(problems)) {
    std::cerr << "nothing was imported: " << import.rows << " rows were read\n";
    return found_problems;
  }
  const auto replaced = cases::replace_cases(config.cases.file, import, today, progress_on_stderr("cases"));
  if (!replaced) {
    std::cerr << config.cases.file << ": error: nothing was imported: " << replaced.error() << '\n';
    return found_problems;
  }
  std::cout << "imported " << import.rows << " rows: " << replaced->clients << " clients, " << replaced->cases
            << " cases (before: " << replaced->cases_before << "), " << replaced->filings << " filings\n";
  return done;
}

}  // namespace tulay::cli
