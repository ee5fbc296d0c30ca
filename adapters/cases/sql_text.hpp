#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace tulay::cases {

enum class Dialect : std::uint8_t { sqlite, postgres };

enum class SqlTokenKind : std::uint8_t {
  word,         // SELECT, matter, c
  parameter,    // :contact_id
  placeholder,  // ?, ?1, $1, @name: parameters that are not named as ours
  semicolon,
  open,
  close,
  unfinished,  // a quote or comment that never ends
  other        // numbers, operators; quoted texts and names are left out
};

struct SqlToken {
  SqlTokenKind kind = SqlTokenKind::other;
  std::size_t begin = 0;
  std::size_t end = 0;
};

/// The statement cut into tokens, without comments and what is quoted. Knows '…', "…", comments and ::; of
/// PostgreSQL also E'…', $tag$…$tag$ and comments in comments; of SQLite […] and `…`.
[[nodiscard]] std::vector<SqlToken> sql_tokens(std::string_view sql, Dialect dialect);

/// A statement with $1, $2 … in the place of its named parameters, and their names in that order.
struct Numbered {
  std::string sql;
  std::vector<std::string> parameters;
};
[[nodiscard]] Numbered numbered(std::string_view sql);

/// The statement without a semicolon at its end; the names of its parameters, without their colons, each
/// once.
[[nodiscard]] std::string without_semicolon(std::string_view sql, Dialect dialect);
[[nodiscard]] std::vector<std::string> parameters_in(std::string_view sql, Dialect dialect);

}  // namespace tulay::cases
