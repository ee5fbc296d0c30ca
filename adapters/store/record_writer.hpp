#pragma once

#include <string_view>

#include "bot/ports/records.hpp"

namespace SQLite {  // NOLINT(readability-identifier-naming): the library's own name
class Database;
}

namespace tulay::store {

/// Writes records into their tables, within the caller's transaction; SQLite's errors are thrown. What has
/// been kept for long enough goes on the way: missed questions after 90 days, counts after three years.
void write(SQLite::Database& database, const bot::Records& records);

/// What a client had forgotten, where staff would see it; within the caller's transaction.
void forget_records(SQLite::Database& database, std::string_view conversation);

}  // namespace tulay::store
