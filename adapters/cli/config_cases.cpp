#include "adapters/cli/config_cases.hpp"

#include <algorithm>
#include <array>
#include <utility>

#include "adapters/cases/date_formats.hpp"
#include "adapters/cases/mapping_check.hpp"
#include "adapters/cases/purposes.hpp"
#include "knowledge/calendar.hpp"

namespace tulay::cli {
namespace {

using cases::Purpose;
using knowledge::Table;

constexpr std::string_view query_prefix = "cases.query.";
constexpr std::string_view values_prefix = "cases.values.";
constexpr std::string_view import_prefix = "cases.import.";
constexpr std::array needed{Purpose::contact_by_receipt, Purpose::contact_by_case, Purpose::contact_by_phone,
                            Purpose::cases};

Given given_text(Table& table, std::string_view key) {
  const auto text = table.text(key).value_or("");
  return {{text, text, text}, table.at(key)};
}

void read_queries(Table queries, GivenSettings& given) {
  for (const auto& key : queries.keys()) {
    if (!cases::purpose_named(key)) {
      queries.problem(key, "unknown query '" + key + "'",
                      knowledge::did_you_mean(key, cases::purpose_names()));
      continue;
    }
    given[std::string(query_prefix) + key] = given_text(queries, key);
  }
}

void read_values(Table values, GivenSettings& given) {
  std::vector<std::string> names;
  for (const auto& known : cases::vocabularies()) names.emplace_back(known.name);
  for (const auto& name : values.keys()) {
    if (cases::vocabulary(name) == nullptr) {
      values.problem(name, "unknown values '" + name + "'", knowledge::did_you_mean(name, names));
      continue;
    }
    auto words = values.table(name);
    if (!words) continue;
    for (const auto& theirs : words->keys())
      given[std::string(values_prefix) + name + "." + theirs] = given_text(*words, theirs);
  }
}

void read_formats(Table formats, GivenSettings& given) {
  std::string joined;
  for (const auto& one : formats.texts("date")) joined += (joined.empty() ? "" : ",") + one.text;
  if (!joined.empty()) given["cases.formats.date"] = {{joined, joined, joined}, formats.at("date")};
  formats.refuse_unknown_keys();
}

void read_headers(Table headers, GivenSettings& given) {
  const auto known = cases::import_columns();
  for (const auto& key : headers.keys()) {
    if (std::find(known.begin(), known.end(), key) == known.end()) {
      headers.problem(key, "unknown column '" + key + "'", knowledge::did_you_mean(key, known));
      continue;
    }
    given[std::string(import_prefix) + key] = given_text(headers, key);
  }
}

CaseAdapter adapter_of(Reader& reader, const Config& config) {
  std::string name;
  reader.text("cases.adapter", name);
  if (name == "sqlite" || (name.empty() && !config.cases.file.empty())) return CaseAdapter::sqlite;
  if (name == "postgres") return CaseAdapter::postgres;
  if (!name.empty())
    reader.fault(*reader.find("cases.adapter"),
                 "cases.adapter must be sqlite or postgres, not '" + name + "'");
  return config.demo ? CaseAdapter::demo : CaseAdapter::none;
}

void read_place(Reader& reader, CasesConfig& cases) {
  const auto lines = reader.secret_lines("cases.connection_file");
  for (const auto& line : lines) cases.connection += (cases.connection.empty() ? "" : " ") + line;
  const auto* const adapter = reader.find("cases.adapter");
  if (cases.adapter == CaseAdapter::sqlite && cases.file.empty())
    reader.fault(*adapter, "cases.adapter is sqlite, but cases.file is not set");
  if (cases.adapter == CaseAdapter::postgres && reader.find("cases.connection_file") == nullptr)
    reader.fault(*adapter, "cases.adapter is postgres, but cases.connection_file is not set",
                 "put the connection string into a file of its own, readable by this user only");
}

/// The firm's words; two of them that are the same once folded must mean the same.
void read_words(Reader& reader, cases::Mapping& mapping) {
  const auto& all = reader.all();
  for (auto one = all.lower_bound(values_prefix); one != all.end() && one->first.starts_with(values_prefix);
       ++one) {
    const auto rest = one->first.substr(values_prefix.size());
    const auto dot = rest.find('.');
    auto& words = mapping.values[rest.substr(0, dot)];
    const auto theirs = cases::folded(rest.substr(dot + 1));
    const auto& ours = one->second.value.en;
    const auto [kept, is_new] = words.try_emplace(theirs, cases::MappedWord{ours, one->second.at});
    if (!is_new && kept->second.ours != ours)
      reader.fault(one->second, "cases.values has '" + theirs + "' twice, as '" + kept->second.ours +
                                    "' and as '" + ours + "'");
  }
}

void read_query_texts(Reader& reader, cases::Mapping& mapping) {
  const Given* any = nullptr;
  cases::Mapping own;
  for (const auto purpose : cases::all_purposes()) {
    const auto* const given =
        reader.find(std::string(query_prefix) + std::string(cases::rules_of(purpose).name));
    if (given == nullptr) continue;
    if (given->value.en.empty()) reader.fault(*given, "an empty query finds nothing", "leave it out");
    own.query(purpose) = {given->value.en, given->at};
    any = given;
  }
  mapping.queries = any == nullptr ? cases::default_mapping().queries : own.queries;
  if (any == nullptr) return;
  for (const auto purpose : needed) {
    if (mapping.query(purpose).sql.empty())
      reader.fault(*any, "cases.query." + std::string(cases::rules_of(purpose).name) + " is missing",
                   "with queries of your own, all three for contacts and the one for cases are needed");
  }
}

void read_dates(Reader& reader, const bot::Firm& firm, cases::Mapping& mapping) {
  mapping.time_zone = firm.time_zone;
  reader.text("cases.time_zone", mapping.time_zone);
  if (const auto* const given = reader.find("cases.time_zone");
      given != nullptr && !knowledge::day_in_zone({}, mapping.time_zone))
    reader.fault(*given, "cases.time_zone '" + mapping.time_zone + "' is not a known zone",
                 "write it as America/Los_Angeles");
  const auto* const given = reader.find("cases.formats.date");
  if (given == nullptr) return;
  reader.texts("cases.formats.date", mapping.date_formats);
  for (const auto& format : mapping.date_formats) {
    if (!cases::is_date_format(format))
      reader.fault(*given, "cases.formats.date has '" + format + "', which is no form of dates",
                   "write it as '%m/%d/%Y', or 'access' or 'excel'");
  }
}

}  // namespace

bool is_case_table(std::string_view key) {
  return key == "query" || key == "values" || key == "formats" || key == "import";
}

void read_case_tables(Table& section, GivenSettings& given) {
  if (auto queries = section.table("query")) read_queries(std::move(*queries), given);
  if (auto values = section.table("values")) read_values(std::move(*values), given);
  if (auto formats = section.table("formats")) read_formats(std::move(*formats), given);
  if (auto headers = section.table("import")) read_headers(std::move(*headers), given);
}

void read_cases(Reader& reader, const Defaults& defaults, Config& config) {
  auto& cases = config.cases;
  reader.text("cases.file", cases.file);
  cases.adapter = adapter_of(reader, config);
  read_place(reader, cases);
  reader.whole("cases.deadline_ms", cases.deadline_ms);
  reader.whole("cases.connections", cases.connections);
  reader.yes_no("cases.prepare", cases.prepare);
  for (const auto& ours : tulay::cases::import_columns()) {
    if (const auto* const header = reader.find(std::string(import_prefix) + ours))
      cases.import_headers[ours] = header->value.en;
  }
  read_query_texts(reader, cases.mapping);
  read_words(reader, cases.mapping);
  read_dates(reader, config.firm, cases.mapping);
  reader.add(mapping_problems(cases.mapping, cases.adapter == CaseAdapter::postgres
                                                 ? tulay::cases::Dialect::postgres
                                                 : tulay::cases::Dialect::sqlite));
  const bool real = cases.adapter == CaseAdapter::sqlite || cases.adapter == CaseAdapter::postgres;
  if (!real || !config.sms.gateway.empty() || defaults.demo || defaults.made_up_firm) return;
  const auto* const at =
      reader.find("cases.adapter") != nullptr ? reader.find("cases.adapter") : reader.find("cases.file");
  reader.fault(*at, "cases are set up, but there is no way to send one-time codes", "set up [sms] too");
}

}  // namespace tulay::cli
