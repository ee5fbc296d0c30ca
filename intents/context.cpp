#include "intents/context.hpp"

#include <algorithm>
#include <array>
#include <string_view>

#include "intents/catalog_parts.hpp"

namespace tulay::intents {
namespace {

constexpr std::size_t longest_follow_up = 9;  // words

std::optional<int> number_named(const Catalog::Parts& parts, const Reading& reading) {
  constexpr std::array<std::string_view, 3> ordinals{"choice_first", "choice_second", "choice_third"};
  for (std::size_t i = 0; i < ordinals.size(); ++i) {
    const int index = parts.concepts->index_of(ordinals[i]);
    if (index >= 0 && reading.has(index) && reading.unexplained == 0) return static_cast<int>(i) + 1;
  }
  return std::nullopt;
}

bool opens_with_more_of_same(const Catalog::Parts& parts, const Reading& reading) {
  if (parts.more_of_same < 0 || reading.words.size() > longest_follow_up) return false;
  const auto hits = reading.of(parts.more_of_same);
  return std::any_of(hits.begin(), hits.end(), [](const Hit& hit) { return hit.begin <= 1; });
}

bool names_whom_or_what(const Slot& slot) {
  return slot.kind == SlotKind::relationship || slot.kind == SlotKind::country ||
         slot.kind == SlotKind::reason || slot.kind == SlotKind::date || slot.kind == SlotKind::form;
}

}  // namespace

std::optional<std::string> chosen(const Catalog::Parts& parts, const Reading& reading,
                                  const std::vector<Slot>& slots, const Context& context) {
  if (context.offered.empty() || reading.words.size() > longest_follow_up) return std::nullopt;
  std::optional<int> number;
  for (const auto& slot : slots) {
    const auto* const text = std::get_if<std::string>(&slot.value);
    if (slot.kind == SlotKind::choice && text != nullptr && text->size() == 1) number = text->front() - '0';
  }
  if (!number) number = number_named(parts, reading);
  if (!number && context.offered.size() == 1 && parts.yes >= 0 && reading.has(parts.yes) &&
      reading.unexplained == 0)
    number = 1;
  if (!number || *number < 1 || static_cast<std::size_t>(*number) > context.offered.size())
    return std::nullopt;
  return context.offered[static_cast<std::size_t>(*number) - 1];
}

bool asks_the_same_again(const Catalog::Parts& parts, const Reading& reading, const std::vector<Slot>& slots,
                         const Context& context) {
  return context.last_intent && opens_with_more_of_same(parts, reading) &&
         std::any_of(slots.begin(), slots.end(), names_whom_or_what);
}

bool leans_on_nothing(const Catalog::Parts& parts, const Reading& reading, const std::vector<Slot>& slots,
                      const Context& context) {
  if (context.last_intent || !opens_with_more_of_same(parts, reading)) return false;
  std::vector<bool> told(reading.words.size(), true);
  for (const auto& hit : reading.of(parts.more_of_same))
    std::fill_n(told.begin() + hit.begin, hit.end - hit.begin, false);
  const auto in_a_slot = [&](const Span& span) {
    return std::any_of(slots.begin(), slots.end(), [&](const Slot& slot) {
      return names_whom_or_what(slot) && slot.span.begin <= span.begin && span.end <= slot.span.end;
    });
  };
  for (std::size_t i = 0; i < told.size(); ++i) {
    const auto& word = reading.words[i].word;
    if (told[i] && !parts.concepts->is_filler(word.text) && !in_a_slot(word.span)) return false;
  }
  return true;
}

}  // namespace tulay::intents
