#pragma once

#include <catch2/catch.hpp>
#include <optional>
#include <string>

#include "bot/engine/engine.hpp"
#include "fakes/a_firm.hpp"
#include "fakes/counting_entropy.hpp"
#include "fakes/fixed_clock.hpp"
#include "fakes/memory_store.hpp"

namespace tulay {

/// The shipped knowledge, read once a test program.
inline std::shared_ptr<const bot::Snapshot> shipped() {
  static const auto snapshot = [] {
    knowledge::Problems problems;
    return bot::Snapshot::load(TULAY_SOURCE_DIR, fakes::a_firm(), problems);
  }();
  REQUIRE(snapshot != nullptr);
  return snapshot;
}

/// An engine on the shipped knowledge and everything it needs; one client talks to it.
class Chat {
 public:
  explicit Chat(bot::EngineSettings settings = {})
      : engine(snapshots, store, clock, entropy, firm, settings) {}

  /// Says it in the running conversation.
  bot::TurnResult say(const std::string& text) {
    auto result = try_to_say(text);
    REQUIRE(result.has_value());
    token = result->conversation;
    return *result;
  }

  tl::expected<bot::TurnResult, bot::TurnError> try_to_say(
      const std::string& text, const std::optional<std::string>& client_message_id = std::nullopt) {
    bot::Message message;
    message.conversation = token;
    message.text = text;
    message.client_message_id = client_message_id;
    message.channel = channel;
    message.client_block = client_block;
    message.received = clock.now();
    return engine.take(message);
  }

  bot::SnapshotCell snapshots{shipped()};
  fakes::MemoryStore store;
  fakes::FixedClock clock;
  fakes::CountingEntropy entropy;
  bot::Firm firm = fakes::a_firm();
  bot::Channel channel = bot::Channel::web;
  std::string client_block;
  std::optional<std::string> token;
  bot::Engine engine;
};

inline bool contains(const std::string& text, std::string_view part) {
  return text.find(part) != std::string::npos;
}

}  // namespace tulay
