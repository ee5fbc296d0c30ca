#include "adapters/cases/import_header.hpp"

#include <algorithm>
#include <array>

#include "adapters/cases/mapping.hpp"

namespace tulay::cases {
namespace {

// Clients, cases, filings, in the names of the mapping's columns.
constexpr std::array known_columns{"contact_id",
                                   "name",
                                   "birth_date",
                                   "phone",
                                   "phone_changed_on",
                                   "language",
                                   "contact_restriction",
                                   "number",
                                   "role",
                                   "about",
                                   "kind",
                                   "stage",
                                   "stage_since",
                                   "waiting_for",
                                   "next_step",
                                   "next_step_due",
                                   "parole_class",
                                   "parole_begins",
                                   "parole_ends",
                                   "parole_ends_source",
                                   "attorney",
                                   "as_of",
                                   "shared",
                                   "form",
                                   "receipt",
                                   "filed",
                                   "received",
                                   "status",
                                   "status_on"};

}  // namespace

std::vector<std::string> import_columns() { return {known_columns.begin(), known_columns.end()}; }

std::optional<std::vector<std::string>> read_import_header(const CsvRecord& header,
                                                           const ImportHeaders& headers,
                                                           const std::string& shown_as,
                                                           knowledge::Problems& problems) {
  const auto before = problems.size();
  const auto error = [&](std::string message, std::string remedy) {
    problems.push_back(
        {knowledge::Severity::error, {shown_as, header.line, 0}, std::move(message), std::move(remedy)});
  };
  std::vector<std::string> theirs;
  theirs.reserve(header.fields.size());
  for (const auto& field : header.fields) theirs.push_back(folded(field));
  std::vector<std::string> names(theirs.size());
  // Headers that were named first: "Status" may be their stage, though our filings have a status too.
  const auto take = [&](const std::string& ours, const std::string& header_text) {
    const auto found = std::find(theirs.begin(), theirs.end(), folded(header_text));
    if (found == theirs.end()) return false;
    auto& name = names[static_cast<std::size_t>(found - theirs.begin())];
    if (name.empty()) name = ours;
    return true;
  };
  for (const auto& [ours, named] : headers) {
    if (!take(ours, named)) error("has no column '" + named + "'", "cases.import." + ours + " names it");
  }
  for (const std::string ours : known_columns) {
    if (!headers.contains(ours)) static_cast<void>(take(ours, ours));
  }
  const auto has = [&](const char* name) {
    return std::find(names.begin(), names.end(), name) != names.end();
  };
  if (!has("number") || !has("phone") || (!has("contact_id") && !has("name")))
    error("has no columns number, phone, and contact_id or name",
          "say under [cases.import] what they are called in it");
  return problems.size() > before ? std::nullopt : std::optional(std::move(names));
}

}  // namespace tulay::cases
