#include "bot/chat.hpp"
#include "bot/engine/situation.hpp"

using namespace tulay;
using bot::Outcome;
using knowledge::HandoffLevel;
using knowledge::Language;

TEST_CASE("an urgent matter is answered before what was asked first") {
  Chat chat;
  const auto result = chat.say("How much is the filing fee? Also ICE detained my brother this morning.");
  REQUIRE(result.replies.size() == 2);
  CHECK(result.replies[0].intent == "emergency_detention");
  CHECK(result.replies[1].intent == "fee");
  REQUIRE(result.handoff.has_value());
  CHECK(result.handoff->phone == "(213) 555-0199");
}

TEST_CASE("a life in danger comes before who is speaking") {
  Chat chat;
  const auto result = chat.say("i want to kill myself");
  CHECK(result.replies[0].intent == "crisis_safety");
  CHECK_FALSE(contains(result.replies[0].text, "I am an automated assistant"));
  CHECK(contains(result.replies[0].text, "988"));
  REQUIRE(result.handoff.has_value());
  CHECK(result.handoff->level == HandoffLevel::emergency);
}

TEST_CASE("the language of a reply is the language of the message") {
  const auto [text, language] =
      GENERATE(table<std::string, Language>({{"How much is the filing fee?", Language::en},
                                             {"¿Cuánto cuesta la solicitud de parole?", Language::es},
                                             {"Magkano po ang bayad sa pag-file ng parole?", Language::tl}}));
  CAPTURE(text);
  Chat chat;
  chat.say("hello");
  CHECK(chat.say(text).language == language);
}

TEST_CASE("a language asked for holds from then on") {
  Chat chat;
  chat.say("how much is the fee");
  const auto switched = chat.say("in Spanish please");
  CHECK(switched.language == Language::es);
  CHECK(switched.replies[0].outcome == Outcome::notice);
}

TEST_CASE("a choice that was offered is taken by its number") {
  Chat chat;
  const auto first = chat.say("Can my parole be extended?");
  REQUIRE(first.replies[0].suggestions.size() >= 2);
  const auto second = chat.say("2");
  CHECK(second.replies[0].intent == first.replies[0].suggestions[1].intent);
  CHECK(second.replies[0].outcome == Outcome::answered);
}

TEST_CASE("\"repeat that\" says the last topic again, and goodbye in between does not change it") {
  Chat chat;
  chat.say("hello");
  const auto fee = chat.say("how much is the filing fee");
  chat.say("thanks");
  const auto again = chat.say("can you repeat that");
  CHECK(contains(again.replies[0].text, fee.replies[0].text));
}

TEST_CASE("what is of another field is said to be, with a person to ask") {
  Chat chat;
  const auto result = chat.say("what is a good recipe for chicken adobo");
  CHECK(result.replies[0].outcome == Outcome::fallback);
  CHECK_FALSE(result.replies[0].intent.has_value());
  CHECK(contains(result.replies[0].text, "(213) 555-0100"));
}

TEST_CASE("nothing about a case is told to somebody who was not verified") {
  const auto* const text =
      GENERATE("what is the status of my case", "check IOE0912345678", "kumusta na po ang kaso ko",
               "¿cuándo es mi cita?", "when does my own parole end, look in my file");
  CAPTURE(text);
  Chat chat;
  const auto result = chat.say(text);
  for (const auto& reply : result.replies) CHECK(reply.outcome != Outcome::own_case);
}

TEST_CASE("identifiers are not remembered, relations and reasons are") {
  Chat chat;
  chat.say("my mother, receipt IOE0912345678, phone 213-555-0187, needs surgery, can she come");
  const auto session = **chat.store.session("#" + *chat.token, {});
  for (const auto& [kind, value] : session.slots) {
    CAPTURE(kind, value);
    CHECK((kind == "relationship" || kind == "reason"));
  }
  CHECK(session.slots.contains("relationship"));
}

TEST_CASE("an SMS offers its choices as numbers and stays within three segments") {
  Chat chat;
  chat.channel = bot::Channel::sms;
  const auto result = chat.say("Can my parole be extended?");
  CHECK(result.replies[0].text.size() <= 459);
}

TEST_CASE("how near the end is decides who must be told how soon; law file, section F") {
  const auto [end, phrase, level] = GENERATE(table<const char*, std::string_view, HandoffLevel>({
      {"2026-11-23", "band_expired", HandoffLevel::now},
      {"2026-11-24", "band_expired", HandoffLevel::now},
      {"2026-11-25", "band_30_1", HandoffLevel::now},
      {"2026-12-24", "band_30_1", HandoffLevel::now},
      {"2026-12-25", "band_90_31", HandoffLevel::same_day},
      {"2027-02-22", "band_90_31", HandoffLevel::same_day},
      {"2027-02-23", "band_180_91", HandoffLevel::none},
      {"2027-05-23", "band_180_91", HandoffLevel::none},
      {"2027-05-24", "band_180plus", HandoffLevel::none},
  }));
  CAPTURE(end);
  const auto found =
      bot::situation_of(*knowledge::date_from_iso(end), *knowledge::date_from_iso("2026-11-24"));
  CHECK(found.phrase == phrase);
  CHECK(found.handoff == level);
}
