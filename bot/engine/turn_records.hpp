#pragma once

#include "bot/engine/engine.hpp"
#include "bot/ports/records.hpp"

namespace tulay::bot {

/// What a turn leaves for counting, and the question for staff to look at when it was missed. Remembers in
/// the session that the conversation has its first answer. Pure.
[[nodiscard]] Records records_of(Said& said, const Session& before, const Message& message,
                                 const Snapshot& snapshot);

}  // namespace tulay::bot
