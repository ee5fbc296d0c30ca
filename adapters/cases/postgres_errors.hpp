#pragma once

#include <pqxx/except>
#include <string>

namespace tulay::cases {

/// The error's SQLSTATE. libpqxx 6 does not pass it on for all of its exceptions; then that of their class.
[[nodiscard]] inline std::string sqlstate_of(const pqxx::sql_error& error) {
  if (!error.sqlstate().empty()) return error.sqlstate();
  if (dynamic_cast<const pqxx::insufficient_privilege*>(&error) != nullptr) return "42501";
  if (dynamic_cast<const pqxx::syntax_error*>(&error) != nullptr) return "42601";  // and undefined names
  if (dynamic_cast<const pqxx::insufficient_resources*>(&error) != nullptr) return "53000";
  return {};
}

}  // namespace tulay::cases
