#pragma once

#include <map>
#include <optional>
#include <string>
#include <vector>

#include "bot/ports/channel.hpp"
#include "bot/ports/handoff.hpp"
#include "bot/ports/reply.hpp"
#include "knowledge/calendar.hpp"
#include "knowledge/language.hpp"

namespace tulay::bot {

enum class VerificationState : std::uint8_t { none, asked, code_sent, second_fact, verified };

/// How far the client of a conversation has come in saying who they are.
struct Verification {
  VerificationState state = VerificationState::none;
  std::string pending;             // the question that waits for it, an intent
  std::vector<std::string> found;  // contact ids that the key means; kept only while a code is out
  std::vector<std::string> years;  // when those were born, keyed digests
  std::string code_digest;         // keyed
  int tries = 0;                   // with this code
  int codes = 0;                   // sent in this conversation
  knowledge::Instant until{};      // the code's end
  std::string contact_id;          // verified
  knowledge::Instant since{};      // verified
  knowledge::Instant last_used{};
};

/// The last request for a person in a conversation.
struct PersonAsked {
  HandoffReason reason = HandoffReason::asked;
  knowledge::HandoffLevel level = knowledge::HandoffLevel::normal;
  knowledge::Instant at{};
  bool reachable = false;  // staff were given a telephone number or an address
};

/// A guide that a client is being led through: the questions that wait follow from what was answered, so that
/// a guide whose file has changed goes on with what it now asks.
struct GuideState {
  std::string guide;
  std::map<std::string, std::string> answers;  // question → option, day as 2026-12-05, words, "unknown"
  std::vector<std::string> readings;           // a date that can be read in two ways: both days
  int misses = 0;                              // replies to the question that could not be read
  bool paused = false;                         // waits until the client says to go on
};

/// What the bot remembers of a conversation between turns. `id` is a hash of the client's token; the token
/// itself is not kept.
struct Session {
  std::string id;
  Channel channel = Channel::web;
  knowledge::Language language = knowledge::Language::en;
  bool language_chosen = false;  // the client asked for it: a message in another does not change it at once
  int turns = 0;
  int misses = 0;  // fallbacks and clarifies in a row
  std::optional<std::string> last_intent;
  std::vector<std::string> offered;          // intents of the choices just given
  std::map<std::string, std::string> slots;  // "relationship" → "mother"
  Verification verification;
  bool answered = false;  // some question of this conversation was
  std::optional<PersonAsked> person;
  std::vector<GuideState> guides;  // the last one runs; those before it wait until it is done
  knowledge::Instant started{};
  knowledge::Instant last_active{};
};

/// A turn as it is kept for GET /v1/conversation and for retries.
struct StoredTurn {
  int turn = 0;
  std::string client_text;
  std::vector<Reply> replies;
  knowledge::Language language = knowledge::Language::en;
  std::optional<HandoffNotice> handoff;
  std::optional<std::string> client_message_id;
  knowledge::Instant at{};
};

}  // namespace tulay::bot
