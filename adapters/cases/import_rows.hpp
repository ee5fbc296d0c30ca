#pragma once

#include <cstdint>
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "adapters/cases/import_header.hpp"
#include "adapters/cases/mapping.hpp"
#include "knowledge/calendar.hpp"
#include "knowledge/problem.hpp"

namespace tulay::cases {

// What a row of case_demo.sql's tables needs. Empty texts are what is not known.
struct ImportedClient {
  std::int64_t id = 0;
  std::string name;
  std::string birth_date;
  std::string phone;
  std::string phone_changed_on;
  std::string language;
  std::string restriction;
  int line = 0;
};
struct ImportedFiling {
  std::string form;
  std::string receipt;
  std::string filed;
  std::string received;
  std::string status;
  std::string status_on;
};
struct ImportedCase {
  std::string number;
  std::int64_t client = 0;
  std::map<std::string, std::string, std::less<>> values;  // by our name of the column
  std::vector<ImportedFiling> filings;
  int line = 0;
};

struct Import {
  std::vector<ImportedClient> clients;
  std::vector<ImportedCase> cases;
  std::size_t rows = 0;
};

/// A spreadsheet of cases, one row a case or a filing of it. Every fault is a problem with its line and names
/// no value; with an error, what is returned is incomplete. `shown_as` is the file in places.
[[nodiscard]] Import read_import(std::string_view text, const std::string& shown_as, const Mapping& mapping,
                                 const ImportHeaders& headers, knowledge::Date today,
                                 knowledge::Problems& problems);

}  // namespace tulay::cases
