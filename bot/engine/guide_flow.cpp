// Every answer is kept under its question, and what waits is found anew from the answers. So nothing is asked
// twice, going back forgets one answer and no more, and a conversation goes on where it stood days before.
#include "bot/engine/guide_flow.hpp"

#include <algorithm>

#include "bot/engine/guide_answers.hpp"
#include "bot/engine/guide_path.hpp"
#include "bot/engine/guide_speech.hpp"

namespace tulay::bot {
namespace {

using knowledge::Guide;
using knowledge::GuideStep;
using knowledge::HandoffLevel;

constexpr int most_misses = 3;  // then it goes on without the answer

/// The guide that runs in this turn.
class Flow {
 public:
  Flow(GuideTurn& turn, const Setting& setting)
      : turn_(turn), setting_(setting), guide_(*setting.snapshot.knowledge.guide(turn.next.back().guide)) {}

  void begin() { ask_next({guide_phrase("guide_begin", setting_)}); }
  void take(const GuideMove& move);
  void ask_day(const std::vector<std::string>& readings);
  void go_back();
  void pause();
  void go_on();
  void start_over();
  void ask_again() { ask_next({}); }
  void lead_back();
  void miss();

 private:
  [[nodiscard]] GuideState& state() { return turn_.next.back(); }
  [[nodiscard]] const GuideStep* waiting() {
    return path_of(guide_, state().answers, setting_.today).waiting;
  }
  void put(const std::string& answer);
  void ask_next(std::vector<std::string> before);

  GuideTurn& turn_;
  const Setting& setting_;
  const Guide& guide_;
};

void Flow::put(const std::string& answer) {
  if (const auto* const step = waiting()) state().answers[step->id] = answer;
  state().readings.clear();
  state().misses = 0;
}

void Flow::ask_next(std::vector<std::string> before) {
  if (const auto* const step = waiting()) {
    turn_.spoken = ask(guide_, *step, setting_, std::move(before));
    return;
  }
  turn_.spoken = tell_result(guide_, state().answers, setting_);
  turn_.next.pop_back();
  if (!turn_.next.empty()) turn_.next.back().paused = true;
}

void Flow::take(const GuideMove& move) {
  const auto* const step = waiting();
  if (step == nullptr) return ask_next({});
  const auto* const option = step->option(move.answer);
  const bool urgent = option != nullptr && option->handoff >= HandoffLevel::now;
  put(move.answer);
  std::vector<std::string> before;
  if (urgent) before.push_back(guide_phrase("urgent", setting_));
  const auto noted = label_of(*step, move.answer, setting_.snapshot.knowledge, setting_.language);
  if (move.in_own_words && !noted.empty()) before.push_back(guide_phrase("guide_noted", setting_, noted));
  ask_next(std::move(before));
  if (urgent) turn_.spoken->handoff = std::max(turn_.spoken->handoff, option->handoff);
}

void Flow::ask_day(const std::vector<std::string>& readings) {
  state().readings = readings;
  turn_.spoken = ask_which_day(guide_, readings, setting_);
}

void Flow::go_back() {
  const auto path = path_of(guide_, state().answers, setting_.today);
  state().readings.clear();
  state().misses = 0;
  if (path.asked.empty()) return ask_next({guide_phrase("guide_first", setting_)});
  state().answers.erase(path.asked.back()->id);
  ask_next({});
}

void Flow::pause() {
  state().paused = true;
  Spoken spoken;
  spoken.reply.text = guide_phrase("guide_stopped", setting_);
  spoken.reply.outcome = Outcome::notice;
  spoken.reply.intent = guide_.topic;
  spoken.reply.confidence = 1;
  turn_.spoken = std::move(spoken);
}

void Flow::go_on() {
  state().paused = false;
  ask_next({guide_phrase("guide_back_to", setting_)});
}

void Flow::start_over() {
  state() = GuideState{guide_.id, {}, {}, 0, false};
  begin();
}

void Flow::lead_back() {
  state().misses = 0;
  if (waiting() != nullptr) ask_next({guide_phrase("guide_back_to", setting_)});
}

void Flow::miss() {
  const auto* const step = waiting();
  if (step == nullptr) return ask_next({});
  if (++state().misses < most_misses) {
    const bool date = step->kind == knowledge::AnswerKind::date;
    return ask_next({guide_phrase(date ? "guide_missed_date" : "guide_missed", setting_)});
  }
  put(std::string(knowledge::unknown_answer));
  ask_next({guide_phrase("guide_put_unknown", setting_)});
  turn_.spoken->handoff = std::max(turn_.spoken->handoff, HandoffLevel::normal);
}

/// A turn of the identity check that wants a word of the client: no second question beside it.
bool asks_for_proof(CaseTurnKind kind) {
  return kind == CaseTurnKind::ask_key || kind == CaseTurnKind::code_sent ||
         kind == CaseTurnKind::wrong_code || kind == CaseTurnKind::second_fact;
}

// A code or a case number is for the identity check, whatever else it might be read as.
GuideMove beside(GuideMove move, const CaseTurn& cases, bool running) {
  if (cases.kind == CaseTurnKind::none) return move;
  move = {};
  move.kind = running ? GuideMoveKind::aside : GuideMoveKind::none;
  return move;
}

void follow(const GuideMove& move, Flow& flow) {
  switch (move.kind) {
    case GuideMoveKind::none:
    case GuideMoveKind::aside:
      break;
    case GuideMoveKind::start:
      return flow.begin();
    case GuideMoveKind::answer:
      return flow.take(move);
    case GuideMoveKind::which_day:
      return flow.ask_day(move.readings);
    case GuideMoveKind::back:
      return flow.go_back();
    case GuideMoveKind::stop:
      return flow.pause();
    case GuideMoveKind::go_on:
      return flow.go_on();
    case GuideMoveKind::start_over:
      return flow.start_over();
    case GuideMoveKind::again:
      return flow.ask_again();
    case GuideMoveKind::missed:
      return flow.miss();
  }
}

void begin_with(const std::string& guide, std::vector<GuideState>& guides) {
  std::erase_if(guides, [&](const GuideState& state) { return state.guide == guide; });
  guides.push_back({guide, {}, {}, 0, false});
}

}  // namespace

GuideTurn guide_turn(const GuideMove& heard, const CaseTurn& cases, const Setting& setting) {
  GuideTurn turn;
  turn.next = setting.session.guides;
  std::erase_if(turn.next, [&](const GuideState& state) {
    return setting.snapshot.knowledge.guide(state.guide) == nullptr;
  });
  const auto move = beside(heard, cases, !turn.next.empty());
  if (move.kind == GuideMoveKind::start) begin_with(move.guide, turn.next);
  if (turn.next.empty()) return turn;
  Flow flow(turn, setting);
  if (move.kind == GuideMoveKind::aside) {
    auto& state = turn.next.back();
    state.paused = state.paused || move.pauses;
    if (!state.paused && !asks_for_proof(cases.kind)) flow.lead_back();
    return turn;
  }
  follow(move, flow);
  turn.alone = turn.spoken.has_value();
  if (!turn.next.empty() && turn.next.back().paused)
    turn.to_go_on = go_on(*setting.snapshot.knowledge.guide(turn.next.back().guide), setting);
  return turn;
}

}  // namespace tulay::bot
