#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "intents/fold.hpp"
#include "intents/slot.hpp"
#include "knowledge/language.hpp"
#include "knowledge/problem.hpp"

namespace tulay::intents {

/// One pattern that spoke for (weight > 0) or against (weight < 0) an intent, with the words it matched.
struct Evidence {
  knowledge::SourceLine at;
  double weight = 0;
  std::vector<Span> spans;

  bool operator==(const Evidence&) const = default;
};

/// A reading of a clause. `strength` is the sum of what patterns say, in their unit; `score` is its share
/// among all readings (0 to 1), by patterns and by likeness to the examples.
struct Candidate {
  std::string intent;
  double strength = 0;
  double score = 0;
  bool suggested = false;  // by likeness alone: needs a larger share to be answered
  std::vector<Evidence> evidence;
};

enum class Decision : std::uint8_t { answer, clarify, fallback };

/// One question of the message.
struct Clause {
  Span span;
  std::optional<knowledge::Language> language;  // absent: not clear
  Decision decision = Decision::fallback;
  std::vector<Candidate> candidates;  // best first
  std::vector<Slot> slots;
  bool from_context = false;  // read with the last topic or the pending question
};

struct MendedWord {
  std::string written;
  std::string read_as;
  Span span;
};

/// What a message means, and why. Clauses ascend and do not overlap; there is at least one.
struct Understanding {
  std::string folded;
  std::vector<MendedWord> mended;
  std::optional<knowledge::Language> language;  // of the whole message
  std::vector<Clause> clauses;
};

/// The little of a session that understanding may see.
struct Context {
  std::optional<std::string> last_intent;
  std::vector<std::string> offered;  // intents of the choices the bot just gave, in order
  std::vector<std::pair<SlotKind, std::string>> slots;
};

}  // namespace tulay::intents
