#pragma once

#include <optional>
#include <string>
#include <vector>

#include "bot/engine/snapshot.hpp"
#include "bot/ports/session.hpp"
#include "intents/understanding.hpp"

namespace tulay::bot {

enum class StepKind : std::uint8_t { answer, clarify, fallback, repeat, switch_language };

/// One thing to do in a turn; becomes one reply.
struct Step {
  StepKind kind = StepKind::fallback;
  std::string intent;  // answer: what is asked; repeat: the last topic
  double confidence = 0;
  std::vector<std::string> choices;  // clarify, fallback: intents worth offering
  std::vector<intents::Slot> slots;
  bool plainly_foreign = false;           // fallback: another field, not a misunderstanding
  bool shorter = false;                   // repeat: in short
  std::optional<knowledge::Language> to;  // switch_language
};

/// What to do about a message, in order. Pure.
[[nodiscard]] std::vector<Step> plan(const intents::Understanding& understanding, const Session& session,
                                     const Snapshot& snapshot);

/// What understanding may see of a session.
[[nodiscard]] intents::Context context_of(const Session& session);

}  // namespace tulay::bot
