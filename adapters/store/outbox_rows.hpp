#pragma once

#include <cstdint>
#include <string_view>

#include "adapters/store/connection.hpp"
#include "bot/ports/outbox.hpp"

namespace tulay::store {

// Rows of the outbox, for everything that is done with them inside one transaction.

/// "SELECT … FROM outbox ", in the order that `claimed_of` reads.
extern const std::string_view outbox_columns;
[[nodiscard]] bot::ClaimedText claimed_of(SQLite::Statement& row);

/// A key that is there already changes nothing.
void insert_text(SQLite::Database& database, const bot::QueuedText& text);

/// Moves the text that the gateway calls so as far as its reports say; nothing when they say nothing new.
bool apply_reports(SQLite::Database& database, std::string_view provider_id);

}  // namespace tulay::store
