#include "adapters/cases/sqlstate.hpp"

#include <algorithm>
#include <array>

namespace tulay::cases {
namespace {

using bot::CaseError;

struct Meaning {
  std::string_view begins;  // with the whole code or its class
  CaseError error;
};

// The first that fits counts. PostgreSQL 15, appendix A.
constexpr std::array<Meaning, 12> meanings{{
    {"57014", CaseError::timed_out},      // statement_timeout
    {"55P03", CaseError::timed_out},      // lock_timeout
    {"25P03", CaseError::timed_out},      // idle_in_transaction_session_timeout
    {"08", CaseError::unavailable},       // the connection
    {"57P", CaseError::unavailable},      // shut down, starting
    {"53", CaseError::unavailable},       // too many connections, memory, disk
    {"25006", CaseError::refused},        // tried to write
    {"42", CaseError::misconfigured},     // rights, tables, columns, syntax
    {"3D000", CaseError::misconfigured},  // no such database
    {"3F000", CaseError::misconfigured},  // no such schema
    {"28", CaseError::misconfigured},     // who we say we are
    {"0A", CaseError::unavailable},  // a table changed under a prepared statement; a new connection knows it
}};

constexpr std::array<std::string_view, 3> endings{"08", "57P", "0A"};
constexpr std::array<std::string_view, 4> unfitting{"22P02", "22003", "22007", "22008"};

template <class List>
bool begins_with_any(std::string_view text, const List& list) {
  return std::any_of(list.begin(), list.end(), [&](auto begin) { return text.starts_with(begin); });
}

}  // namespace

CaseError error_of_sqlstate(std::string_view sqlstate) {
  for (const auto& meaning : meanings) {
    if (sqlstate.starts_with(meaning.begins)) return meaning.error;
  }
  return CaseError::unavailable;
}

bool ends_connection(std::string_view sqlstate) { return begins_with_any(sqlstate, endings); }

bool finds_nothing(std::string_view sqlstate) { return begins_with_any(sqlstate, unfitting); }

}  // namespace tulay::cases
