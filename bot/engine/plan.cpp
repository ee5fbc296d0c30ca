#include "bot/engine/plan.hpp"

#include <algorithm>

namespace tulay::bot {
namespace {

using intents::Clause;
using intents::Decision;
using intents::SlotKind;

const std::string* slot_text(const std::vector<intents::Slot>& slots, SlotKind kind) {
  const auto found =
      std::find_if(slots.begin(), slots.end(), [&](const auto& slot) { return slot.kind == kind; });
  return found == slots.end() ? nullptr : std::get_if<std::string>(&found->value);
}

// Concepts that name a language are called language_en, language_es, language_tl.
std::optional<knowledge::Language> language_asked_for(const Clause& clause) {
  const auto* const named = slot_text(clause.slots, SlotKind::language);
  if (named != nullptr && named->size() > 2) {
    if (const auto language = knowledge::language_from_tag(named->substr(named->size() - 2))) return language;
  }
  return clause.language;
}

Step step_for(const Clause& clause, const Session& session) {
  Step step;
  step.slots = clause.slots;
  if (!clause.candidates.empty()) step.confidence = clause.candidates.front().score;
  for (const auto& candidate : clause.candidates) {
    if (candidate.intent == "out_of_scope") {
      step.plainly_foreign =
          step.plainly_foreign || (!candidate.suggested && &candidate == &clause.candidates.front());
    } else {
      step.choices.push_back(candidate.intent);
    }
  }
  if (clause.decision == Decision::clarify) {
    step.kind = StepKind::clarify;
  } else if (clause.decision == Decision::answer && !step.choices.empty()) {
    step.kind = StepKind::answer;
    step.intent = step.choices.front();
    if (step.intent == "language_switch") {
      step.kind = StepKind::switch_language;
      step.to = language_asked_for(clause);
    } else if (step.intent == "repeat_rephrase" && session.last_intent) {
      step.kind = StepKind::repeat;
      step.intent = *session.last_intent;
      const auto* const wish = slot_text(clause.slots, SlotKind::wish);
      step.shorter = wish != nullptr && *wish == "simpler";
    }
  }
  return step;
}

}  // namespace

intents::Context context_of(const Session& session) {
  intents::Context context;
  context.last_intent = session.last_intent;
  context.offered = session.offered;
  return context;
}

std::vector<Step> plan(const intents::Understanding& understanding, const Session& session,
                       const Snapshot& snapshot) {
  std::vector<Step> steps;
  for (const auto& clause : understanding.clauses) steps.push_back(step_for(clause, session));
  // Urgent matters come before all else, whatever the order in which they were written.
  const auto urgency = [&](const Step& step) {
    const auto* const intent = snapshot.catalog.intent(step.intent);
    return step.kind == StepKind::answer && intent != nullptr ? intent->urgency : 0;
  };
  std::stable_sort(steps.begin(), steps.end(),
                   [&](const Step& a, const Step& b) { return urgency(a) > urgency(b); });
  return steps;
}

}  // namespace tulay::bot
