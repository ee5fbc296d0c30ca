#pragma once

#include <array>
#include <cstdint>
#include <map>
#include <string>
#include <string_view>
#include <vector>

#include "knowledge/problem.hpp"

namespace tulay::cases {

/// What a query is for. The last one only tells `tulay cases check` whose cases there are.
enum class Purpose : std::uint8_t {
  contact_by_receipt,
  contact_by_case,
  contact_by_phone,
  cases,
  filings,
  appointments,
  documents,
  contact_ids
};
inline constexpr std::size_t purpose_count = 8;

/// One SELECT with fixed column names and named parameters, and where it was written. Empty: there is none.
struct Query {
  std::string sql;
  knowledge::SourceLine at;
};

/// Our word for one of theirs, and where it was written.
struct MappedWord {
  std::string ours;
  knowledge::SourceLine at;
};

/// How to read a firm's own tables (case-database.md §5).
struct Mapping {
  std::array<Query, purpose_count> queries;
  /// By the name of the values ("stage"), then by the firm's word as `folded` leaves it.
  std::map<std::string, std::map<std::string, MappedWord, std::less<>>, std::less<>> values;
  std::vector<std::string> date_formats{"%Y-%m-%d"};  // tried in order
  std::string time_zone = "America/Los_Angeles";      // whose day an instant is on

  [[nodiscard]] const Query& query(Purpose purpose) const {
    return queries[static_cast<std::size_t>(purpose)];
  }
  [[nodiscard]] Query& query(Purpose purpose) { return queries[static_cast<std::size_t>(purpose)]; }
};

/// Reads the schema of case_demo.sql, in SQLite as in PostgreSQL.
[[nodiscard]] Mapping default_mapping();

/// Lower case, no blanks around it, one between words: what the firm's words are compared by.
[[nodiscard]] std::string folded(std::string_view word);

}  // namespace tulay::cases
