#pragma once

#include <optional>
#include <string>

namespace SQLite {  // NOLINT(readability-identifier-naming): the library's own name
class Database;
}

namespace tulay::store {

/// Brings the database to the newest schema, each step in a transaction. A reason when a newer program wrote
/// it; SQLite's own errors are thrown as SQLite::Exception.
[[nodiscard]] std::optional<std::string> migrate(SQLite::Database& database);
/// Has it the newest schema already?
[[nodiscard]] bool is_current(SQLite::Database& database);

/// The number of the newest schema.
[[nodiscard]] int schema_version();

}  // namespace tulay::store
