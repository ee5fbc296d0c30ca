#include "intents/slot.hpp"

#include <algorithm>
#include <charconv>

#include "intents/letters.hpp"
#include "intents/slot_reader.hpp"

namespace tulay::intents {
namespace {

/// A digit by itself, perhaps with a point or in brackets.
bool is_bare_choice(const SlotText& text) {
  if (text.size() != 1 || !text.is_number(0) || text.piece(0).size() != 1 || text.piece(0) == "0")
    return false;
  constexpr std::string_view around = " .()#!?\n";
  return text.before(0).find_first_not_of(around) == std::string_view::npos &&
         text.after(0).find_first_not_of(around) == std::string_view::npos;
}

}  // namespace

std::string_view name(SlotKind kind) {
  switch (kind) {
    case SlotKind::receipt_number:
      return "receipt_number";
    case SlotKind::a_number:
      return "a_number";
    case SlotKind::case_number:
      return "case_number";
    case SlotKind::date:
      return "date";
    case SlotKind::amount:
      return "amount";
    case SlotKind::phone:
      return "phone";
    case SlotKind::code:
      return "code";
    case SlotKind::choice:
      return "choice";
    case SlotKind::relationship:
      return "relationship";
    case SlotKind::reason:
      return "reason";
    case SlotKind::country:
      return "country";
    case SlotKind::form:
      return "form";
    case SlotKind::language:
      return "language";
    case SlotKind::wish:
      break;
  }
  return "wish";
}

std::string to_string(const SlotValue& value) {
  if (const auto* const text = std::get_if<std::string>(&value)) return *text;
  if (const auto* const money = std::get_if<knowledge::Money>(&value)) return knowledge::to_string(*money);
  const auto& date = std::get<DateReading>(value);
  return knowledge::iso(date.first) + (date.second ? " or " + knowledge::iso(*date.second) : "");
}

SlotText::SlotText(const Folded& folded) : folded_(folded) {
  const std::string_view text = folded.text;
  for (std::size_t i = 0; i < text.size();) {
    if (!is_letter(text[i]) && !is_digit(text[i])) {
      ++i;
      continue;
    }
    Piece& piece = pieces_.emplace_back(Piece{i, i, true, true});
    for (; i < text.size() && (is_letter(text[i]) || is_digit(text[i])); ++i) {
      piece.digits = piece.digits && is_digit(text[i]);
      piece.letters = piece.letters && is_letter(text[i]);
    }
    piece.end = i;
  }
  taken_.resize(pieces_.size());
}

std::string_view SlotText::piece(std::size_t at) const {
  if (at >= pieces_.size()) return {};
  return std::string_view(folded_.text).substr(pieces_[at].begin, pieces_[at].end - pieces_[at].begin);
}

std::string_view SlotText::after(std::size_t at) const {
  if (at >= pieces_.size()) return {};
  const auto end = at + 1 < pieces_.size() ? pieces_[at + 1].begin : folded_.text.size();
  return std::string_view(folded_.text).substr(pieces_[at].end, end - pieces_[at].end);
}

std::string_view SlotText::before(std::size_t at) const {
  if (at >= pieces_.size()) return {};
  return at > 0 ? after(at - 1) : std::string_view(folded_.text).substr(0, pieces_[0].begin);
}

bool SlotText::free(std::size_t first, std::size_t last) const {
  for (auto i = first; i <= last; ++i) {
    if (taken_[i]) return false;
  }
  return true;
}

void SlotText::claim(SlotKind kind, SlotValue value, std::size_t first, std::size_t last) {
  if (!free(first, last)) return;
  block(first, last);
  slots_.push_back({kind, std::move(value), folded_.original(pieces_[first].begin, pieces_[last].end)});
}

void SlotText::block(std::size_t first, std::size_t last) {
  for (auto i = first; i <= last; ++i) taken_[i] = true;
}

std::vector<Slot> SlotText::take() {
  std::sort(slots_.begin(), slots_.end(),
            [](const Slot& a, const Slot& b) { return a.span.begin < b.span.begin; });
  return std::move(slots_);
}

bool all_digits(std::string_view text) {
  return !text.empty() && std::all_of(text.begin(), text.end(), is_digit);
}

bool all_letters(std::string_view text) {
  return !text.empty() && std::all_of(text.begin(), text.end(), is_letter);
}

int small_number(std::string_view digits) {
  constexpr std::size_t most_digits = 9;
  int value = 0;
  if (digits.size() <= most_digits) std::from_chars(digits.data(), digits.data() + digits.size(), value);
  return value;
}

char upper(char c) { return is_letter(c) ? static_cast<char>(c - 'a' + 'A') : c; }

std::vector<Slot> read_slots(std::string_view /*utterance*/, const Folded& folded, knowledge::Date today) {
  // Every slot of this reader holds a digit or the "O" of a receipt number with other digits around it.
  if (std::none_of(folded.text.begin(), folded.text.end(), is_digit)) return {};
  SlotText text(folded);
  if (is_bare_choice(text)) {
    text.claim(SlotKind::choice, std::string(text.piece(0)), 0, 0);
    return text.take();
  }
  read_receipts(text);
  read_identifiers(text);
  read_dates(text, today);
  read_phones(text);
  read_amounts(text);
  return text.take();
}

}  // namespace tulay::intents
