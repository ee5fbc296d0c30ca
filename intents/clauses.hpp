#pragma once

#include <vector>

#include "intents/catalog.hpp"
#include "intents/reading.hpp"
#include "intents/thresholds.hpp"
#include "intents/understanding.hpp"

namespace tulay::intents {

/// A stretch of words that may be a question of its own.
struct Part {
  Reading reading;
  std::vector<Candidate> candidates;
  Decision decision = Decision::fallback;
};

/// The questions of a message: parted where sentences, commas or connectives part it, if each part then
/// stands by itself (has an answer, asks for something, and asks for something else than the one before) and
/// all are read more surely than the message as a whole. Fewer than two: the message is one question.
[[nodiscard]] std::vector<Part> questions_in(const Catalog::Parts& parts, const Thresholds& thresholds,
                                             const Reading& whole, std::span<const Slot> slots,
                                             int last_intent);

}  // namespace tulay::intents
