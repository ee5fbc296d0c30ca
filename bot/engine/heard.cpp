#include "bot/engine/heard.hpp"

#include "intents/understand.hpp"

namespace tulay::bot {

std::string Heard::slot(intents::SlotKind kind) const {
  for (const auto& clause : understanding.clauses) {
    for (const auto& slot : clause.slots) {
      if (slot.kind == kind) return intents::to_string(slot.value);
    }
  }
  return {};
}

Heard hear(const Snapshot& snapshot, const Session& session, std::string_view text, knowledge::Date today) {
  Heard heard;
  heard.understanding = intents::understand(snapshot.catalog, text, context_of(session), today);
  heard.steps = plan(heard.understanding, session, snapshot);
  heard.guide = guide_move(snapshot, session, text, heard.understanding, heard.steps, today);
  return heard;
}

}  // namespace tulay::bot
