// Random walks: whatever the client answers, a guide ends, asks nothing twice and forgets nothing.
#include <rapidcheck.h>

#include <set>

#include "bot/chat.hpp"
#include "bot/engine/guide_path.hpp"

using namespace tulay;
using bot::Outcome;

namespace {

const auto today = *knowledge::date_from_iso("2026-11-25");

bot::Said say(const bot::Session& session, const std::string& text) {
  return bot::say(*shipped(), fakes::a_firm(), session, text, today, {});
}

const knowledge::GuideStep* waiting(const bot::Session& session) {
  if (session.guides.empty()) return nullptr;
  const auto& state = session.guides.back();
  return bot::path_of(*shipped()->knowledge.guide(state.guide), state.answers, today).waiting;
}

bot::Session begun(const knowledge::Guide& guide, knowledge::Language language) {
  bot::Session session;
  session.channel = *rc::gen::element(bot::Channel::web, bot::Channel::sms, bot::Channel::console);
  session.language = language;
  return say(session, guide.question[language]).next;
}

/// What a client may say to the question: a button, its number, a date, words that mean nothing here.
std::string reply_to(const knowledge::GuideStep& step, const std::vector<bot::Suggestion>& buttons) {
  const auto which = *rc::gen::inRange<std::size_t>(0, buttons.size() + 2);
  if (which == buttons.size()) return step.kind == knowledge::AnswerKind::date ? "May 25, 2027" : "qwerty";
  if (which > buttons.size()) return step.kind == knowledge::AnswerKind::date ? "05/06/2027" : "xyzzy";
  return *rc::gen::arbitrary<bool>() ? buttons[which].message : std::to_string(which + 1);
}

const knowledge::Guide& any_guide() {
  const auto& guides = shipped()->knowledge.guides();
  return guides[*rc::gen::inRange<std::size_t>(0, guides.size())];
}

}  // namespace

TEST_CASE("every walk through a guide ends, repeats no question and loses no answer") {
  CHECK(rc::check([] {
    const auto& guide = any_guide();
    auto session = begun(
        guide, *rc::gen::element(knowledge::Language::en, knowledge::Language::es, knowledge::Language::tl));
    auto buttons = say(bot::Session{}, guide.question.en).replies.back().suggestions;
    std::set<std::string> asked;
    std::size_t turns = 0;
    while (const auto* const step = waiting(session)) {
      RC_ASSERT(++turns <= guide.steps.size() * 4);
      const auto before = session.guides.back().answers;
      const auto said = say(session, reply_to(*step, buttons));
      const auto* const next = waiting(said.next);
      if (next != step) RC_ASSERT(asked.insert(step->id).second);
      if (!said.next.guides.empty()) {
        for (const auto& [question, answer] : before)
          RC_ASSERT(said.next.guides.back().answers.at(question) == answer);
      }
      RC_ASSERT(!said.replies.back().text.empty());
      buttons = said.replies.back().suggestions;
      session = said.next;
    }
    RC_ASSERT(session.guides.empty());
  }));
}

TEST_CASE("going back and forth ends as well, and asks again only what was taken back") {
  CHECK(rc::check([] {
    const auto& guide = any_guide();
    auto session = begun(guide, knowledge::Language::en);
    int backs = 0;
    for (std::size_t turns = 0; waiting(session) != nullptr; ++turns) {
      RC_ASSERT(turns <= (guide.steps.size() + 8) * 2);
      const auto count = session.guides.back().answers.size();
      const bool back = backs < 8 && *rc::gen::arbitrary<bool>();
      backs += back ? 1 : 0;
      session = say(session, back ? "back" : "I do not know").next;
      if (back && count > 0) RC_ASSERT(session.guides.back().answers.size() == count - 1);
    }
  }));
}

TEST_CASE("every result says something in every language, on the web and by SMS, and never a verdict") {
  const std::vector<std::string> never{"you qualify",         "you should file", "will be approved",
                                       "you have until",      "usted califica",  "será aprobado",
                                       "libertad condicional"};
  CHECK(rc::check([&] {
    const auto& guide = any_guide();
    auto session = begun(
        guide, *rc::gen::element(knowledge::Language::en, knowledge::Language::es, knowledge::Language::tl));
    std::string text;
    while (const auto* const step = waiting(session)) {
      const auto buttons = step->options.size() + 1;
      const auto said = say(session, std::to_string(*rc::gen::inRange<std::size_t>(1, buttons + 1)));
      text = said.replies.back().text;
      if (session.channel == bot::Channel::sms && said.replies.back().outcome == Outcome::ask)
        RC_ASSERT(text.size() <= 459U);
      session = said.next;
    }
    RC_ASSERT(text.size() > 40U);
    RC_ASSERT(!contains(text, "{"));
    for (const auto& one : never) RC_ASSERT(!contains(text, one));
  }));
}
