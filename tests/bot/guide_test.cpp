#include "bot/chat.hpp"
#include "bot/engine/guide_path.hpp"

using namespace tulay;
using bot::Outcome;
using knowledge::HandoffLevel;

namespace {

const bot::Reply& last(const bot::TurnResult& result) { return result.replies.back(); }

bool asks(const bot::TurnResult& result, std::string_view part) {
  return last(result).outcome == Outcome::ask && contains(last(result).text, part);
}

std::map<std::string, std::string> answers_of(const Chat& chat) {
  const auto session = **chat.store.session("#" + *chat.token, {});
  return session.guides.empty() ? std::map<std::string, std::string>() : session.guides.back().answers;
}

}  // namespace

TEST_CASE("a guide offers every answer of its question, and \"I do not know\" last") {
  Chat chat;
  const auto result = chat.say("Help me check if I can apply");
  CHECK(asks(result, "Where is the person"));
  REQUIRE(last(result).suggestions.size() == 3);
  CHECK(last(result).suggestions.back().message == "I do not know");
}

TEST_CASE("a topic offers its guide, and the number of the offer starts it") {
  Chat chat;
  const auto topic = chat.say("Can my parole be extended?");
  REQUIRE(topic.replies[0].suggestions.front().intent == "guide.parole_ending");
  CHECK(asks(chat.say("1"), "When does the parole end?"));
}

TEST_CASE("an answer in the client's own words is told back; one by its button is not") {
  Chat chat;
  chat.say("Help me check if I can apply");
  CHECK(contains(last(chat.say("she is in Manila")).text, "I noted \"Outside the U.S.\"."));
  CHECK_FALSE(contains(last(chat.say("A relative")).text, "I noted"));
}

TEST_CASE("what somebody told about themselves is not guessed") {
  const auto* const text = GENERATE("not outside", "medical or a funeral, both", "banana");
  CAPTURE(text);
  Chat chat;
  chat.say("Help me check if I can apply");
  const auto before = answers_of(chat);
  CHECK(last(chat.say(text)).outcome == Outcome::ask);
  CHECK(answers_of(chat) == before);
}

TEST_CASE("a question in the middle is answered, and the guide comes back to its own") {
  Chat chat;
  chat.say("Help me check if I can apply");
  const auto result = chat.say("how much is the filing fee?");
  REQUIRE(result.replies.size() == 2);
  CHECK(result.replies[0].intent == "fee");
  CHECK(asks(result, "Back to our questions:"));
  CHECK(asks(chat.say("1"), "Who is that person?"));
}

TEST_CASE("the language may change in the middle; the question is asked again in the new one") {
  Chat chat;
  chat.say("Help me check if I can apply");
  const auto result = chat.say("in Spanish please");
  REQUIRE(result.replies.size() == 2);
  CHECK(asks(result, "¿Dónde está ahora la persona"));
}

TEST_CASE("\"back\" asks the last question again and keeps the other answers") {
  Chat chat;
  chat.say("Help me check if I can apply");
  chat.say("Outside the U.S.");
  chat.say("A relative");
  CHECK(asks(chat.say("back"), "Who is that person?"));
  CHECK(answers_of(chat) == std::map<std::string, std::string>{{"place", "outside"}});
  chat.say("back");
  CHECK(asks(chat.say("back"), "This is the first question."));
}

TEST_CASE("who stops keeps the answers and goes on days later") {
  Chat chat;
  chat.say("Help me check if I can apply");
  chat.say("Outside the U.S.");
  CHECK(last(chat.say("stop")).outcome == Outcome::notice);
  CHECK(last(chat.say("how much is the filing fee?")).outcome == Outcome::answered);
  chat.clock.pass(std::chrono::hours(5 * 24));
  CHECK(asks(chat.say("continue"), "Who is that person?"));
}

TEST_CASE("no question follows an emergency or the wish for a person") {
  const auto [text, intent] = GENERATE(
      table<std::string, std::string>({{"ICE detained my brother this morning", "emergency_detention"},
                                       {"I want to talk to a person", "human_agent"},
                                       {"i want to kill myself", "crisis_safety"}}));
  CAPTURE(text);
  Chat chat;
  chat.say("Help me check if I can apply");
  const auto result = chat.say(text);
  REQUIRE(result.replies.size() == 1);
  CHECK(result.replies[0].intent == intent);
  CHECK(asks(chat.say("continue"), "Where is the person"));
}

TEST_CASE(
    "a parole that has ended or ends within 30 days leads to the office first, without more questions") {
  const auto* const text = GENERATE("It ended last week", "November 1, 2026", "December 20, 2026");
  CAPTURE(text);
  Chat chat;
  chat.say("What do I need to do, my parole is ending");
  const auto result = chat.say(text);
  CHECK(last(result).text.starts_with("This is urgent. Please call the office now:"));
  REQUIRE(result.handoff.has_value());
  CHECK(result.handoff->level == HandoffLevel::now);
}

TEST_CASE("a trip is urgent at once, and the questions go on after the telephone number") {
  Chat chat;
  chat.say("What do I need to do, my parole is ending");
  chat.say("September 1, 2027");
  chat.say("yes");
  chat.say("USCIS");
  const auto result = chat.say("yes");
  CHECK(last(result).text.starts_with("This is urgent."));
  CHECK(last(result).outcome == Outcome::ask);
  CHECK(result.handoff->level == HandoffLevel::now);
}

TEST_CASE("a date that can be read in two ways is asked back, and the number picks one") {
  Chat chat;
  chat.say("What do I need to do, my parole is ending");
  const auto result = chat.say("05/06/2027");
  REQUIRE(last(result).suggestions.size() == 2);
  chat.say("2");
  CHECK(answers_of(chat).at("ends") == "2027-06-05");
}

TEST_CASE("three replies that cannot be read are \"I do not know\", with a person offered") {
  Chat chat;
  chat.say("Help me check if I can apply");
  chat.say("qwerty");
  chat.say("xyzzy");
  const auto result = chat.say("qwerty");
  CHECK(asks(result, "Who is that person?"));
  CHECK(contains(last(result).text, "(213) 555-0100"));
}

TEST_CASE("another guide in the middle is done first, then the first one waits to go on") {
  Chat chat;
  chat.say("Help me check if I can apply");
  chat.say("Outside the U.S.");
  chat.say("Make me a list of what to bring");
  const auto done = chat.say("Re-parole");
  CHECK(last(done).outcome == Outcome::answered);
  CHECK(last(done).suggestions.front().message == "Go on with the questions");
  CHECK(asks(chat.say("go on with the questions"), "Who is that person?"));
}

TEST_CASE("free words are kept without numbers of the client") {
  Chat chat;
  chat.say("Help me check if I can apply");
  chat.say("Outside the U.S.");
  chat.say("Someone else");
  chat.say("Another reason");
  chat.say("a prize for A012345678");
  CHECK_FALSE(contains(answers_of(chat).at("which"), "012345678"));
}

TEST_CASE("a guide whose question is gone drops nothing that still counts") {
  const auto& guide = *shipped()->knowledge.guide("parole_fit");
  const auto today = *knowledge::date_from_iso("2026-11-25");
  const auto path =
      bot::path_of(guide, {{"place", "outside"}, {"removed", "yes"}, {"whom", "relative"}}, today);
  REQUIRE(path.waiting != nullptr);
  CHECK(path.waiting->id == "reason");
}
