#pragma once

#include <chrono>
#include <string>
#include <vector>

#include "bot/ports/channel.hpp"
#include "bot/ports/reply.hpp"
#include "intents/understanding.hpp"

namespace tulay::bot {

/// How long each stage of a turn took.
struct StageTimes {
  std::chrono::nanoseconds understand{};
  std::chrono::nanoseconds cases{};  // the identity check and the directory
  std::chrono::nanoseconds answer{};
  std::chrono::nanoseconds store{};  // until it is durable
};

/// What happened in a turn. `understanding` holds the client's words by span only and is for the console's
/// /why and for `tulay ask --explain`; logs and metrics read the rest, which has no personal data.
struct Trace {
  intents::Understanding understanding;
  std::string snapshot_version;
  std::vector<std::string> intents;
  std::vector<Outcome> outcomes;
  knowledge::Language language = knowledge::Language::en;
  Channel channel = Channel::web;
  StageTimes times;
  bool repeated = false;  // a retry: the stored replies were given again
};

}  // namespace tulay::bot
