#include "bot/engine/engine.hpp"

#include "bot/chat.hpp"

using namespace tulay;

TEST_CASE("a conversation says who is speaking once, at its start") {
  Chat chat;
  const auto first = chat.say("Can my parole be extended?");
  const auto second = chat.say("what is re-parole");
  CHECK(first.turn == 1);
  CHECK(contains(first.replies[0].text, "I am an automated assistant"));
  CHECK(second.turn == 2);
  CHECK_FALSE(contains(second.replies[0].text, "I am an automated assistant"));
}

TEST_CASE("an unknown token begins a new conversation under a new token, and says so") {
  Chat chat;
  chat.token = "made-up";
  const auto result = chat.say("hello");
  CHECK_FALSE(result.resumed);
  CHECK(result.turn == 1);
  CHECK(result.conversation != "made-up");
}

TEST_CASE("the store knows a conversation by the token's digest only") {
  Chat chat;
  chat.say("hello");
  CHECK(chat.store.session("#" + *chat.token, {})->has_value());
  CHECK_FALSE(chat.store.session(*chat.token, {})->has_value());
}

TEST_CASE("a conversation resumes until its time is over") {
  bot::EngineSettings settings;
  settings.session_hours = 2;
  Chat chat(settings);
  chat.say("hello");
  chat.clock.pass(std::chrono::hours(2));
  CHECK(chat.say("what is parole").turn == 2);
  chat.clock.pass(std::chrono::hours(2) + std::chrono::seconds(1));
  const auto late = chat.say("what is parole");
  CHECK_FALSE(late.resumed);
  CHECK(late.turn == 1);
}

TEST_CASE("a retried message gets the same replies and makes no second turn") {
  Chat chat;
  chat.say("hello");
  const auto first = chat.try_to_say("how much is the fee", "m-1");
  const auto again = chat.try_to_say("how much is the fee", "m-1");
  REQUIRE(first.has_value());
  REQUIRE(again.has_value());
  CHECK(again->trace.repeated);
  CHECK(again->turn == first->turn);
  CHECK(again->replies[0].text == first->replies[0].text);
  CHECK((*chat.engine.turns(*chat.token))->size() == 2);
}

TEST_CASE("more than the allowed messages a minute wait for the oldest to pass") {
  bot::EngineSettings settings;
  settings.messages_per_minute = 3;
  Chat chat(settings);
  for (int i = 0; i < 4; ++i) {
    chat.say("hello");
    chat.clock.pass(std::chrono::seconds(10));
  }
  const auto refused = chat.try_to_say("hello");
  REQUIRE_FALSE(refused.has_value());
  CHECK(refused.error().kind == bot::TurnErrorKind::too_many);
  CHECK(refused.error().retry_after == 30);
  chat.clock.pass(std::chrono::seconds(30));
  CHECK(chat.try_to_say("hello").has_value());
}

TEST_CASE(
    "a block of addresses begins so many conversations a minute; those that run go on, and other blocks") {
  bot::EngineSettings settings;
  settings.block_new_per_minute = 2;
  Chat chat(settings);
  chat.client_block = "203.0.113.0/24";
  chat.say("hello");
  const auto first = chat.token;
  chat.token.reset();
  chat.say("hello");
  chat.token.reset();
  const auto third = chat.try_to_say("hello");
  REQUIRE_FALSE(third.has_value());
  CHECK(third.error().kind == bot::TurnErrorKind::too_many);
  CHECK(third.error().retry_after == 60);
  chat.token = first;
  CHECK(chat.try_to_say("how much is the fee").has_value());
  chat.token.reset();
  chat.client_block = "198.51.100.0/24";
  CHECK(chat.try_to_say("hello").has_value());
  chat.client_block.clear();  // this machine
  for (int i = 0; i < 5; ++i) CHECK(chat.try_to_say("hello").has_value());
}

TEST_CASE("a block of addresses has a share of a minute and of an hour, in however many conversations") {
  bot::EngineSettings settings;
  settings.block_per_minute = 3;
  settings.block_per_hour = 5;
  Chat chat(settings);
  chat.client_block = "203.0.113.0/24";
  for (int i = 0; i < 3; ++i) chat.say("hello");
  CHECK_FALSE(chat.try_to_say("hello").has_value());
  chat.clock.pass(std::chrono::minutes(1));
  for (int i = 0; i < 2; ++i) chat.say("hello");
  chat.clock.pass(std::chrono::minutes(1));
  const auto refused = chat.try_to_say("hello");
  REQUIRE_FALSE(refused.has_value());
  CHECK(refused.error().retry_after == 58 * 60);
  chat.clock.pass(std::chrono::minutes(58));
  CHECK(chat.try_to_say("hello").has_value());
}

TEST_CASE("what could not be stored is not answered") {
  Chat chat;
  chat.store.break_down();
  const auto result = chat.try_to_say("how much is the fee");
  REQUIRE_FALSE(result.has_value());
  CHECK(result.error().kind == bot::TurnErrorKind::store_down);
}

TEST_CASE("a forgotten conversation is gone") {
  Chat chat;
  chat.say("my brother was detained by ICE");
  REQUIRE(chat.engine.forget(*chat.token).has_value());
  CHECK_FALSE((*chat.engine.turns(*chat.token)).has_value());
  CHECK_FALSE(chat.say("hello").resumed);
}

TEST_CASE("turns are given oldest first, with the client's words") {
  Chat chat;
  chat.say("hello");
  chat.say("how much is the fee");
  const auto turns = **chat.engine.turns(*chat.token);
  REQUIRE(turns.size() == 2);
  CHECK(turns[0].client_text == "hello");
  CHECK(turns[1].client_text == "how much is the fee");
}

TEST_CASE("a new snapshot answers the next turn") {
  Chat chat;
  const auto before = chat.say("hello").trace.snapshot_version;
  auto other = std::make_shared<bot::Snapshot>(*shipped());
  other->version = "another";
  chat.snapshots.replace(other);
  CHECK(before == shipped()->version);
  CHECK(chat.say("hello").trace.snapshot_version == "another");
}

TEST_CASE("the day asked about is the day in the firm's zone, not in Greenwich") {
  Chat chat;
  chat.say("hello");
  const std::string passed = "That date has come or passed";
  chat.clock.pass(std::chrono::hours(11));  // 23:00 in Los Angeles, the next day in Greenwich
  CHECK_FALSE(contains(chat.say("my parole ends on 2026-11-25, can I extend it").replies[0].text, passed));
  chat.clock.pass(std::chrono::hours(2));
  CHECK(contains(chat.say("my parole ends on 2026-11-25, can I extend it").replies[0].text, passed));
}

TEST_CASE("a conversation that its channel names keeps its name, its turns and its language for good") {
  bot::EngineSettings settings;
  settings.session_hours = 2;
  Chat chat(settings);
  const auto text = [&](const std::string& words, const std::string& id) {
    bot::Message message;
    message.conversation = "a pair of numbers";
    message.named_by_channel = true;
    message.channel = bot::Channel::sms;
    message.text = words;
    message.client_message_id = id;
    message.received = chat.clock.now();
    return chat.engine.take(message);
  };
  CHECK(text("¿Qué es el parole humanitario?", "m1")->conversation == "a pair of numbers");
  chat.clock.pass(std::chrono::hours(3));
  const auto late = text("gracias", "m2");
  REQUIRE(late.has_value());
  CHECK(late->turn == 2);
  CHECK(late->language == knowledge::Language::es);
  CHECK(text("gracias", "m2")->trace.repeated);
  CHECK(text("¿Qué es el parole humanitario?", "m1")->turn == 1);
  CHECK_FALSE(chat.store.session("#a pair of numbers", {})->value().last_intent.has_value());
}

TEST_CASE("a page that switches its language is answered in it where the message itself has none") {
  Chat chat;
  chat.say("How much is the fee?");
  bot::Message message;
  message.conversation = chat.token;
  message.text = "I-131?";
  message.language = knowledge::Language::es;
  message.received = chat.clock.now();
  CHECK(chat.engine.take(message)->language == knowledge::Language::es);
  message.text = "How much is the fee?";
  CHECK(chat.engine.take(message)->language == knowledge::Language::en);
}
