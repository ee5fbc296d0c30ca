#include <algorithm>
#include <array>

#include "bot/engine/answer.hpp"
#include "bot/engine/case_answer.hpp"
#include "bot/engine/engine.hpp"
#include "bot/engine/filling.hpp"
#include "bot/engine/guide_flow.hpp"
#include "bot/engine/plan.hpp"

namespace tulay::bot {
namespace {

using knowledge::HandoffLevel;
using knowledge::Language;

// Topics of the conversation itself: what was spoken of before stays the topic.
constexpr std::array<std::string_view, 6> passing{"greeting",        "thanks",          "goodbye",
                                                  "language_switch", "repeat_rephrase", "bot_identity"};

bool is_passing(std::string_view intent) {
  return std::find(passing.begin(), passing.end(), intent) != passing.end();
}

Language reply_language(const Session& session, const intents::Understanding& understanding,
                        const std::vector<Step>& steps) {
  for (const auto& step : steps) {
    if (step.kind == StepKind::switch_language && step.to) return *step.to;
  }
  return understanding.language.value_or(session.language);
}

void remember_slots(const std::vector<Step>& steps, Session& next) {
  for (const auto& step : steps) {
    for (const auto& slot : step.slots) {
      // Only what a follow-up may lean on; identifiers and numbers of the client are not kept.
      if (slot.kind == intents::SlotKind::relationship || slot.kind == intents::SlotKind::reason) {
        next.slots[std::string(intents::name(slot.kind))] = intents::to_string(slot.value);
      }
    }
  }
}

void remember(const std::vector<Step>& steps, const std::vector<Reply>& replies, Session& next) {
  const bool missed = std::any_of(replies.begin(), replies.end(), [](const Reply& reply) {
    return reply.outcome == Outcome::fallback || reply.outcome == Outcome::clarify;
  });
  next.misses = missed ? next.misses + 1 : 0;
  for (const auto& reply : replies) {
    const bool guiding = reply.outcome == Outcome::ask && !next.guides.empty();
    if (reply.intent && !guiding && !is_passing(*reply.intent)) next.last_intent = reply.intent;
  }
  next.offered.clear();
  for (const auto& offer : replies.back().suggestions) next.offered.push_back(offer.intent);
  remember_slots(steps, next);
  ++next.turns;
}

std::optional<HandoffNotice> notice_for(HandoffLevel level, const std::vector<Reply>& replies,
                                        Filling& filling) {
  const bool person = std::any_of(replies.begin(), replies.end(),
                                  [](const Reply& r) { return r.outcome == Outcome::handoff; });
  if (level < HandoffLevel::same_day && !person) return std::nullopt;
  const bool urgent = level >= HandoffLevel::now;
  HandoffNotice notice;
  notice.level = std::max(level, HandoffLevel::normal);
  notice.phone = filling.has(urgent ? "firm.urgent_phone" : "firm.phone")
                     ? filling.fill(*knowledge::Template::parse(
                           urgent ? "{firm.urgent_phone}" : "{firm.phone}", nullptr))
                     : "";
  notice.text = filling.phrase(urgent                            ? "urgent"
                               : level == HandoffLevel::same_day ? "handoff_same_day"
                                                                 : "handoff_normal",
                               false);
  return notice;
}

bool about_case(const Step& step, const Snapshot& snapshot) {
  const auto* const topic = snapshot.knowledge.topic(step.intent);
  return step.kind == StepKind::answer && topic != nullptr && topic->reads_case;
}

/// A code, a year or a case number is no question by itself: the one that waits is answered.
std::vector<Step> with_case_step(std::vector<Step> steps, const CaseTurn& cases, const Snapshot& snapshot) {
  const auto asks = [&](const Step& step) { return about_case(step, snapshot); };
  if (cases.kind == CaseTurnKind::none || std::any_of(steps.begin(), steps.end(), asks)) return steps;
  Step step;
  step.kind = StepKind::answer;
  step.intent = cases.question;
  step.confidence = 1;
  return {std::move(step)};
}

CaseTurn turn_for(const Step& step, CaseTurn cases) {
  if (cases.kind == CaseTurnKind::none) cases.kind = CaseTurnKind::ask_key;
  if (cases.kind == CaseTurnKind::ask_key || cases.kind == CaseTurnKind::in_frame ||
      (cases.kind == CaseTurnKind::shown && !cases.just_verified))
    cases.question = step.intent;
  return cases;
}

void offer(Suggestion one, const Setting& setting, Reply& reply) {
  if (reply.suggestions.size() >= setting.offered_at_most) reply.suggestions.pop_back();
  reply.suggestions.insert(reply.suggestions.begin(), std::move(one));
}

bool introduces_itself(const Reply& reply) {
  return reply.intent && (*reply.intent == "greeting" || *reply.intent == "bot_identity");
}

}  // namespace

Said say(const Snapshot& snapshot, const Firm& firm, const Session& session, std::string_view text,
         knowledge::Date today, const EngineSettings& settings) {
  return say(snapshot, firm, session, hear(snapshot, session, text, today), {}, today, settings);
}

Said say(const Snapshot& snapshot, const Firm& firm, const Session& session, Heard heard,
         const CaseTurn& cases, knowledge::Date today, const EngineSettings& settings) {
  Said said;
  said.next = session;
  said.trace.snapshot_version = snapshot.version;
  said.trace.understanding = std::move(heard.understanding);
  const auto steps = with_case_step(std::move(heard.steps), cases, snapshot);
  const Language language = reply_language(session, said.trace.understanding, steps);
  said.next.language = language;
  said.trace.language = language;
  said.trace.channel = session.channel;

  const Setting setting{snapshot, firm,  session,
                        language, today, static_cast<std::size_t>(settings.offered_at_most)};
  auto guide = guide_turn(heard.guide, cases, setting);
  HandoffLevel level = HandoffLevel::none;
  for (const auto& step : steps) {
    if (guide.alone) break;
    auto spoken = about_case(step, snapshot) && (settings.verifies || cases.kind != CaseTurnKind::none)
                      ? speak_case(turn_for(step, cases), step, setting)
                      : speak(step, setting);
    level = std::max(level, spoken.handoff);
    said.replies.push_back(std::move(spoken.reply));
  }
  if (guide.spoken) {
    level = std::max(level, guide.spoken->handoff);
    said.replies.push_back(std::move(guide.spoken->reply));
  }
  if (guide.to_go_on) offer(std::move(*guide.to_go_on), setting, said.replies.back());
  said.next.guides = std::move(guide.next);
  Filling filling(snapshot.knowledge, firm, language, today, {});
  said.handoff = notice_for(level, said.replies, filling);
  remember(steps, said.replies, said.next);
  // Who is speaking is said at the start of every conversation; only an emergency comes before it.
  if (settings.opening && session.turns == 0 && level != HandoffLevel::emergency &&
      !introduces_itself(said.replies.front())) {
    const bool sms = session.channel == Channel::sms;
    said.replies.front().text =
        filling.phrase("opening", sms) + (sms ? " " : "\n\n") + said.replies.front().text;
  }
  for (const auto& reply : said.replies) {
    said.trace.intents.push_back(reply.intent.value_or(""));
    said.trace.outcomes.push_back(reply.outcome);
  }
  return said;
}

}  // namespace tulay::bot
