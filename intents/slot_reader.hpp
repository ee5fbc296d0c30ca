#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "intents/slot.hpp"

namespace tulay::intents {

/// The text that slot readers share, and the stretches already claimed. Not for sharing by threads.
struct SlotText {
  std::string_view utterance;
  const Folded& folded;
  std::vector<Word> words;
  std::vector<Slot> slots;

  [[nodiscard]] bool free(Span span) const;
  /// Adds a slot for the words [first, last] unless their stretch is taken.
  void claim(SlotKind kind, SlotValue value, std::size_t first, std::size_t last);
};

[[nodiscard]] bool all_digits(std::string_view text);
[[nodiscard]] bool all_letters(std::string_view text);

void read_identifiers(SlotText& text);
void read_dates(SlotText& text, knowledge::Date today);
void read_amounts(SlotText& text);
void read_phones(SlotText& text);

}  // namespace tulay::intents
