#pragma once

#include <cstddef>
#include <string_view>
#include <vector>

#include "intents/slot.hpp"

namespace tulay::intents {

/// A stretch of letters and digits of the folded text, as long as can be.
struct Piece {
  std::size_t begin = 0;
  std::size_t end = 0;
  bool digits = false;   // nothing else
  bool letters = false;  // nothing else
};

/// What the slot readers share: the folded text in pieces, and the stretches already claimed. Not for sharing
/// by threads.
class SlotText {
 public:
  explicit SlotText(const Folded& folded);

  [[nodiscard]] const std::vector<Piece>& pieces() const { return pieces_; }
  [[nodiscard]] std::size_t size() const { return pieces_.size(); }
  /// The piece's text; empty past the last one.
  [[nodiscard]] std::string_view piece(std::size_t at) const;
  [[nodiscard]] bool is_number(std::size_t at) const { return at < pieces_.size() && pieces_[at].digits; }
  [[nodiscard]] bool is_word(std::size_t at) const { return at < pieces_.size() && pieces_[at].letters; }
  /// What parts a piece from the next one; everything up to the end for the last one.
  [[nodiscard]] std::string_view after(std::size_t at) const;
  /// What parts a piece from the one before.
  [[nodiscard]] std::string_view before(std::size_t at) const;

  /// Whether the pieces [first, last] are unclaimed.
  [[nodiscard]] bool free(std::size_t first, std::size_t last) const;
  /// Adds a slot for the pieces [first, last] unless a part of them is taken.
  void claim(SlotKind kind, SlotValue value, std::size_t first, std::size_t last);
  /// Keeps the pieces [first, last] from every later reader.
  void block(std::size_t first, std::size_t last);

  [[nodiscard]] std::vector<Slot> take();

 private:
  const Folded& folded_;
  std::vector<Piece> pieces_;
  std::vector<bool> taken_;  // by piece
  std::vector<Slot> slots_;
};

[[nodiscard]] bool all_digits(std::string_view text);
[[nodiscard]] bool all_letters(std::string_view text);
/// At most nine digits; anything else reads as 0.
[[nodiscard]] int small_number(std::string_view digits);
[[nodiscard]] char upper(char c);

void read_receipts(SlotText& text);
void read_identifiers(SlotText& text);
void read_dates(SlotText& text, knowledge::Date today);
void read_phones(SlotText& text);
void read_amounts(SlotText& text);

}  // namespace tulay::intents
