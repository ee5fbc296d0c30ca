#pragma once

#include "bot/ports/audit.hpp"
#include "bot/ports/entropy.hpp"

namespace SQLite {  // NOLINT(readability-identifier-naming): the library's own name
class Database;
}

namespace tulay::store {

/// Puts an entry at the end of the audit's chain, within the caller's transaction, so that a deed and its
/// entry are there together or not at all. SQLite's errors are thrown.
void append_link(SQLite::Database& database, const bot::Entropy& entropy, const bot::AuditEntry& entry);

}  // namespace tulay::store
