#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "bot/engine/engine.hpp"
#include "bot/engine/filling.hpp"
#include "bot/ports/handoff.hpp"

namespace tulay::bot {

/// A turn for which staff shall know of the client, and how to reach them, as far as they said.
struct PersonDue {
  HandoffReason reason = HandoffReason::asked;
  knowledge::HandoffLevel level = knowledge::HandoffLevel::normal;
  std::string reach_by;
  bool again = false;  // staff had this very request minutes ago: no second one
};

/// Asked for, urgent, angry, missed three times in a row, or a way to be reached after one of these; nothing
/// when no person is due. Pure.
[[nodiscard]] std::optional<PersonDue> person_due(const Said& said, const Session& before,
                                                  const Message& message, const Snapshot& snapshot);

/// "H-7K2M9QXW", out of a digest of the conversation: the same for all its requests, and no way back.
[[nodiscard]] std::string ticket_number(std::string_view digest);

/// What has happened with a request, what happens next and when, by the office's hours.
[[nodiscard]] std::string next_words(const Handoff& handoff, bool reachable, Filling& filling,
                                     const Firm& firm);

/// The same put into the turn's replies, and the ticket into its notice and the session.
void tell_client(Said& said, const PersonDue& due, const Handoff& handoff, const Snapshot& snapshot,
                 const Firm& firm, knowledge::Date today);

}  // namespace tulay::bot
