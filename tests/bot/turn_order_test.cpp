#include <thread>

#include "bot/chat.hpp"

using namespace tulay;
using namespace std::chrono_literals;

TEST_CASE("a conversation's second turn waits for its first, another conversation's does not") {
  bot::OneAtATime turns;
  auto first = turns.take("a", 0ms);
  REQUIRE(first.has_value());
  CHECK_FALSE(turns.take("a", 0ms).has_value());
  CHECK(turns.take("b", 0ms).has_value());
  first.reset();
  CHECK(turns.take("a", 0ms).has_value());
}

TEST_CASE("messages of one conversation that come together get turns of their own") {
  constexpr int clients = 4;
  constexpr int messages = 5;
  bot::EngineSettings settings;
  settings.messages_per_minute = 1000;
  Chat chat(settings);
  chat.say("hello");
  std::vector<std::thread> threads;
  threads.reserve(clients);
  for (int i = 0; i < clients; ++i) {
    threads.emplace_back([&chat] {
      for (int k = 0; k < messages; ++k) static_cast<void>(chat.try_to_say("how much is the fee"));
    });
  }
  for (auto& thread : threads) thread.join();
  const auto turns = **chat.engine.turns(*chat.token);
  REQUIRE(turns.size() == 1 + clients * messages);
  for (std::size_t i = 0; i < turns.size(); ++i) CHECK(turns[i].turn == static_cast<int>(i) + 1);
}

TEST_CASE("the limit counts each conversation by itself, and forgets after a minute") {
  bot::Limits limits(2);
  const knowledge::Instant start{};
  CHECK_FALSE(limits.wait("a", start).has_value());
  CHECK_FALSE(limits.wait("a", start + 20s).has_value());
  CHECK(limits.wait("a", start + 30s) == 30);
  CHECK_FALSE(limits.wait("b", start + 30s).has_value());
  CHECK_FALSE(limits.wait("a", start + 60s).has_value());
  CHECK(limits.wait("a", start + 61s) == 19);
}
