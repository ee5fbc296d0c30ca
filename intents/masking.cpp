#include <algorithm>

#include "intents/slot.hpp"

namespace tulay::intents {
namespace {

constexpr std::size_t longest_plain_digits = 5;

std::string_view mask_for(SlotKind kind) {
  switch (kind) {
    case SlotKind::receipt_number: return "[receipt]";
    case SlotKind::a_number: return "[a-number]";
    case SlotKind::phone: return "[phone]";
    case SlotKind::case_number: return "[case]";
    case SlotKind::code: return "[code]";
    default: return {};
  }
}

bool is_digit(char c) { return c >= '0' && c <= '9'; }
bool is_mail_byte(char c) { return is_digit(c) || (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || c == '.' || c == '_' || c == '-' || c == '+'; }

std::string without_mail(std::string text) {
  for (auto at = text.find('@'); at != std::string::npos; at = text.find('@', at)) {
    auto begin = at;
    auto end = at + 1;
    while (begin > 0 && is_mail_byte(text[begin - 1])) --begin;
    while (end < text.size() && is_mail_byte(text[end])) ++end;
    if (begin == at || end == at + 1) {
      ++at;
      continue;
    }
    text.replace(begin, end - begin, "[email]");
    at = begin;
  }
  return text;
}

// Whatever number is left: digits with blanks, points, dashes between them count as one run.
std::string without_long_numbers(const std::string& text) {
  std::string out;
  for (std::size_t i = 0; i < text.size();) {
    if (!is_digit(text[i])) {
      out += text[i++];
      continue;
    }
    std::size_t end = i;
    std::size_t digits = 0;
    for (std::size_t j = i; j < text.size() && (is_digit(text[j]) || text[j] == ' ' || text[j] == '-' || text[j] == '.'); ++j) {
      if (!is_digit(text[j])) continue;
      ++digits;
      end = j + 1;
    }
    out += digits > longest_plain_digits ? "[number]" : text.substr(i, end - i);
    i = end;
  }
  return out;
}

}  // namespace

std::string masked(std::string_view utterance) {
  const auto folded = fold(utterance);
  // Dates need no day of reference to be left alone; any will do.
  const knowledge::Date any{std::chrono::year(2026), std::chrono::month(1), std::chrono::day(1)};
  std::string out;
  std::size_t at = 0;
  for (const auto& slot : read_slots(utterance, folded, any)) {
    const auto mask = mask_for(slot.kind);
    if (mask.empty() || slot.span.begin < at) continue;
    out += utterance.substr(at, slot.span.begin - at);
    out += mask;
    at = slot.span.end;
  }
  out += utterance.substr(at);
  return without_long_numbers(without_mail(std::move(out)));
}

}  // namespace tulay::intents
