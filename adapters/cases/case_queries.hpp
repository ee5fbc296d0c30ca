#pragma once

#include <map>
#include <string>

namespace tulay::cases {

/// How to read a firm's own tables: one SELECT a purpose with fixed column names and named parameters
/// (:receipt, :case_number, :phone_e164, :phone_digits, :contact_id, :number, :today); the firm's words for
/// stages and kinds, folded to lower case, as ours. The defaults read the schema of case_demo.sql.
struct CaseQueries {
  std::string contact_by_receipt;  // contact_id phone phone_changed_on contact_restriction birth_year
  std::string contact_by_case;
  std::string contact_by_phone;
  std::string cases;         // number about kind stage stage_since next_step next_step_due parole_ends
                             // parole_ends_source attorney as_of
  std::string filings;       // form receipt filed received; empty: none are kept
  std::string appointments;  // kind day time place
  std::string documents;     // document rejected needed_by
  std::map<std::string, std::string, std::less<>> stages;
  std::map<std::string, std::string, std::less<>> kinds;
};

[[nodiscard]] CaseQueries default_queries();

}  // namespace tulay::cases
