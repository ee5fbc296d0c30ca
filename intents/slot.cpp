#include "intents/slot.hpp"

#include <algorithm>

#include "intents/slot_reader.hpp"

namespace tulay::intents {

std::string_view name(SlotKind kind) {
  switch (kind) {
    case SlotKind::receipt_number: return "receipt_number";
    case SlotKind::a_number: return "a_number";
    case SlotKind::case_number: return "case_number";
    case SlotKind::date: return "date";
    case SlotKind::amount: return "amount";
    case SlotKind::phone: return "phone";
    case SlotKind::code: return "code";
    case SlotKind::choice: return "choice";
    case SlotKind::relationship: return "relationship";
    case SlotKind::reason: return "reason";
    case SlotKind::country: return "country";
    case SlotKind::form: return "form";
    case SlotKind::language: return "language";
    case SlotKind::wish: break;
  }
  return "wish";
}

std::string to_string(const SlotValue& value) {
  if (const auto* const text = std::get_if<std::string>(&value)) return *text;
  if (const auto* const money = std::get_if<knowledge::Money>(&value)) return knowledge::to_string(*money);
  const auto& date = std::get<DateReading>(value);
  return knowledge::iso(date.first) + (date.second ? " or " + knowledge::iso(*date.second) : "");
}

bool SlotText::free(Span span) const {
  return std::none_of(slots.begin(), slots.end(), [&](const Slot& slot) { return slot.span.begin < span.end && span.begin < slot.span.end; });
}

void SlotText::claim(SlotKind kind, SlotValue value, std::size_t first, std::size_t last) {
  const Span span{words[first].span.begin, words[last].span.end};
  if (free(span)) slots.push_back({kind, std::move(value), span});
}

bool all_digits(std::string_view text) {
  return !text.empty() && std::all_of(text.begin(), text.end(), [](char c) { return c >= '0' && c <= '9'; });
}

bool all_letters(std::string_view text) {
  return !text.empty() && std::all_of(text.begin(), text.end(), [](char c) { return c >= 'a' && c <= 'z'; });
}

std::vector<Slot> read_slots(std::string_view utterance, const Folded& folded, knowledge::Date today) {
  SlotText text{utterance, folded, words_of(folded), {}};
  if (text.words.size() == 1 && text.words.front().text.size() == 1 && text.words.front().number && text.words.front().text != "0") {
    text.claim(SlotKind::choice, text.words.front().text, 0, 0);
    return text.slots;
  }
  read_identifiers(text);
  read_dates(text, today);
  read_phones(text);
  read_amounts(text);
  std::sort(text.slots.begin(), text.slots.end(), [](const Slot& a, const Slot& b) { return a.span.begin < b.span.begin; });
  return text.slots;
}

}  // namespace tulay::intents
