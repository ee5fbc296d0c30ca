#include "bot/engine/guide_reading.hpp"

#include <algorithm>
#include <array>

#include "bot/engine/guide_answers.hpp"
#include "bot/engine/guide_path.hpp"

namespace tulay::bot {
namespace {

using intents::Wording;
using knowledge::Guide;

// What opens a question even without its mark.
constexpr std::array<std::string_view, 12> question_words{"how_much", "how_long", "when",     "who",
                                                          "where",    "what",     "which",    "how",
                                                          "why",      "may_i",    "how_many", "what_happens"};
// Said around an answer; no matter of their own.
constexpr std::array<std::string_view, 5> courtesies{"greeting", "thanks", "goodbye", "help_menu",
                                                     "stop_optout"};

template <std::size_t N>
bool one_of(const std::array<std::string_view, N>& items, std::string_view item) {
  return std::find(items.begin(), items.end(), item) != items.end();
}

/// A message and what was made of it, for the questions below.
struct Reader {
  const Snapshot& snapshot;
  const std::vector<GuideState>& guides;
  std::string_view text;
  const intents::Understanding& understanding;
  const std::vector<Step>& steps;
  knowledge::Date today;
  Wording wording;

  [[nodiscard]] GuideMove move() const;

 private:
  [[nodiscard]] bool urgent() const;
  [[nodiscard]] bool about_something_else() const;
  [[nodiscard]] bool asks_outright() const;
  [[nodiscard]] bool has(StepKind kind) const;
  [[nodiscard]] bool wants(std::string_view intent) const;
  [[nodiscard]] std::string asked_for() const;
  [[nodiscard]] bool begins(const Guide& guide) const;
  [[nodiscard]] std::optional<GuideMove> control(const GuideState& state) const;
  [[nodiscard]] std::optional<GuideMove> in_own_words(const knowledge::GuideStep& step) const;
  [[nodiscard]] std::optional<GuideMove> button(const GuideState& state,
                                                const knowledge::GuideStep& step) const;
  [[nodiscard]] GuideMove within(const GuideState& state, const knowledge::GuideStep& step) const;
};

GuideMove moved(GuideMoveKind kind) {
  GuideMove move;
  move.kind = kind;
  return move;
}

GuideMove aside(bool pauses) {
  auto move = moved(GuideMoveKind::aside);
  move.pauses = pauses;
  return move;
}

bool Reader::has(StepKind kind) const {
  return std::any_of(steps.begin(), steps.end(), [&](const Step& step) { return step.kind == kind; });
}

bool Reader::wants(std::string_view intent) const {
  return std::any_of(steps.begin(), steps.end(), [&](const Step& step) {
    return step.kind == StepKind::answer && step.intent == intent;
  });
}

// Where life or freedom is at stake nothing is asked for now.
bool Reader::urgent() const {
  return std::any_of(steps.begin(), steps.end(), [&](const Step& step) {
    const auto* const intent = snapshot.catalog.intent(step.intent);
    return step.kind == StepKind::answer && intent != nullptr && intent->urgency > 0;
  });
}

bool Reader::about_something_else() const {
  return std::any_of(steps.begin(), steps.end(), [](const Step& step) {
    return step.kind == StepKind::answer && !one_of(courtesies, step.intent);
  });
}

bool Reader::asks_outright() const {
  return text.find('?') != std::string_view::npos ||
         std::any_of(question_words.begin(), question_words.end(),
                     [&](std::string_view word) { return wording.opens_with(word); });
}

// All of a row are said, and one of them first: who only mentions a list in a question does not ask for one.
bool Reader::begins(const Guide& guide) const {
  const auto either = [](const auto& item, auto test) { return std::any_of(item.begin(), item.end(), test); };
  const auto said = [&](const auto& item) {
    return either(item, [&](const std::string& id) { return wording.says(id); });
  };
  const auto opens = [&](const auto& item) {
    return either(item, [&](const std::string& id) { return wording.opens_with(id); });
  };
  return std::any_of(guide.starts.begin(), guide.starts.end(), [&](const auto& row) {
    return std::all_of(row.begin(), row.end(), said) && std::any_of(row.begin(), row.end(), opens);
  });
}

std::string Reader::asked_for() const {
  const auto words = intents::plain_words(text);
  for (const auto& step : steps) {
    if (step.intent.starts_with(guide_prefix)) return step.intent.substr(guide_prefix.size());
  }
  for (const auto& guide : snapshot.knowledge.guides()) {
    for (const auto language : knowledge::all_languages) {
      if (words == intents::plain_words(guide.question[language])) return guide.id;
    }
  }
  for (const auto& guide : snapshot.knowledge.guides()) {
    if (begins(guide)) return guide.id;
  }
  return {};
}

std::optional<GuideMove> Reader::control(const GuideState& state) const {
  if (wording.says_only("stop_asking")) return moved(GuideMoveKind::stop);
  if (wording.says_only("start_over")) return moved(GuideMoveKind::start_over);
  if (wording.says_only("go_on")) return moved(state.paused ? GuideMoveKind::go_on : GuideMoveKind::again);
  if (state.paused) return GuideMove{};
  if (wording.says_only("go_back")) return moved(GuideMoveKind::back);
  if (wants("human_agent")) return aside(true);
  if (has(StepKind::switch_language)) return aside(false);
  if (has(StepKind::repeat) || wants("repeat_rephrase")) return moved(GuideMoveKind::again);
  return std::nullopt;
}

std::optional<GuideMove> Reader::in_own_words(const knowledge::GuideStep& step) const {
  auto move = moved(GuideMoveKind::answer);
  move.in_own_words = true;
  if (wording.opens_with("dont_know")) {
    move.answer = knowledge::unknown_answer;
    return move;
  }
  auto heard = told(step, wording, understanding);
  if (!heard) return std::nullopt;
  move.answer = std::move(heard->answer);
  if (!heard->readings.empty()) move.kind = GuideMoveKind::which_day;
  move.readings = std::move(heard->readings);
  return move;
}

// A button counts before all that the words on it might mean.
std::optional<GuideMove> Reader::button(const GuideState& state, const knowledge::GuideStep& step) const {
  if (state.paused) return std::nullopt;
  auto answer = picked(step, state.readings, snapshot.knowledge, text);
  if (!answer) return std::nullopt;
  auto move = moved(GuideMoveKind::answer);
  move.answer = std::move(*answer);
  return move;
}

GuideMove Reader::within(const GuideState& state, const knowledge::GuideStep& step) const {
  if (auto move = control(state)) return *move;
  if (asks_outright() && about_something_else()) return aside(false);
  if (auto move = in_own_words(step)) return *move;
  if (step.kind == knowledge::AnswerKind::text) {
    auto move = moved(GuideMoveKind::answer);
    move.answer = intents::masked(text);
    return move;
  }
  if (about_something_else()) return aside(false);
  return has(StepKind::answer) ? aside(false) : moved(GuideMoveKind::missed);
}

GuideMove Reader::move() const {
  const auto* const state = guides.empty() ? nullptr : &guides.back();
  const auto* const running = state == nullptr ? nullptr : snapshot.knowledge.guide(state->guide);
  const auto* const step = running == nullptr ? nullptr : path_of(*running, state->answers, today).waiting;
  if (step != nullptr) {
    if (auto move = button(*state, *step)) return *move;
  }
  if (urgent()) return running == nullptr ? GuideMove{} : aside(true);
  if (auto guide = asked_for(); !guide.empty()) {
    if (running != nullptr && running->id == guide) return moved(GuideMoveKind::go_on);
    auto move = moved(GuideMoveKind::start);
    move.guide = std::move(guide);
    return move;
  }
  if (running == nullptr) return {};
  // The file has changed and nothing is left to ask: the next word of the client brings the result.
  return step == nullptr ? moved(GuideMoveKind::go_on) : within(*state, *step);
}

}  // namespace

GuideMove guide_move(const Snapshot& snapshot, const Session& session, std::string_view text,
                     const intents::Understanding& understanding, const std::vector<Step>& steps,
                     knowledge::Date today) {
  return Reader{snapshot,
                session.guides,
                text,
                understanding,
                steps,
                today,
                intents::wording_of(snapshot.catalog, text)}
      .move();
}

}  // namespace tulay::bot
