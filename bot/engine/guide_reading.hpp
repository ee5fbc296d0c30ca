#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "bot/engine/plan.hpp"

namespace tulay::bot {

enum class GuideMoveKind : std::uint8_t {
  none,       // no guide has to do with it
  start,      // asks for a guide
  answer,     // of the question that waits
  which_day,  // a date that can be read in two ways
  back,
  stop,
  go_on,
  start_over,
  again,   // wants to hear the question again
  aside,   // something else in the middle: it is dealt with, then the question comes back
  missed,  // not understood
};

/// What a message is to a guide.
struct GuideMove {
  GuideMoveKind kind = GuideMoveKind::none;
  std::string guide;                  // start
  std::string answer;                 // as GuideState keeps it
  bool in_own_words = false;          // the answer was no button: the client is told what was noted
  std::vector<std::string> readings;  // which_day
  bool pauses = false;                // aside: no further question now
};

/// Reads a message by the guide that runs in the session, or that it asks for. Urgent matters and the wish
/// for a person come before every answer. Pure.
[[nodiscard]] GuideMove guide_move(const Snapshot& snapshot, const Session& session, std::string_view text,
                                   const intents::Understanding& understanding,
                                   const std::vector<Step>& steps, knowledge::Date today);

/// "guide.parole_fit": how a suggestion names a guide among intents.
inline constexpr std::string_view guide_prefix = "guide.";

}  // namespace tulay::bot
