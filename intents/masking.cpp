#include <algorithm>
#include <array>

#include "intents/slot_reader.hpp"

namespace tulay::intents {
namespace {

constexpr std::size_t fewest_masked_digits = 6;

struct Mask {
  Span span;  // in the original
  std::string_view label;
};

std::string_view label_of(SlotKind kind) {
  switch (kind) {
    case SlotKind::receipt_number:
      return "[receipt]";
    case SlotKind::a_number:
      return "[a-number]";
    case SlotKind::phone:
      return "[phone]";
    case SlotKind::case_number:
      return "[case]";
    case SlotKind::code:
      return "[code]";
    default:
      return {};
  }
}

bool is_mail_byte(char c) {
  const auto byte = static_cast<unsigned char>(c);
  return byte >= 0x80 || (c >= '0' && c <= '9') || (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') ||
         c == '.' || c == '_' || c == '-' || c == '+' || c == '%';
}

void mask_mail(std::string_view text, std::vector<Mask>& masks) {
  std::size_t done = 0;
  for (auto at = text.find('@'); at != std::string_view::npos; at = text.find('@', at + 1)) {
    auto begin = at;
    auto end = at + 1;
    while (begin > done && is_mail_byte(text[begin - 1])) --begin;
    while (end < text.size() && is_mail_byte(text[end])) ++end;
    if (begin == at || end == at + 1) continue;
    masks.push_back({{begin, end}, "[email]"});
    done = end;
    at = end - 1;
  }
}

bool names_a_street(std::string_view word) {
  constexpr std::array<std::string_view, 23> names{
      "street", "st",    "avenue",    "ave",      "boulevard", "blvd",     "road", "rd",
      "drive",  "lane",  "ln",        "terrace",  "pkwy",      "parkway",  "hwy",  "highway",
      "apt",    "suite", "apartment", "broadway", "blk",       "barangay", "brgy"};
  return std::find(names.begin(), names.end(), word) != names.end();
}

bool begins_a_street(std::string_view word) {
  constexpr std::array<std::string_view, 6> names{"calle", "avenida", "kalye", "apt", "blk", "lot"};
  return std::find(names.begin(), names.end(), word) != names.end();
}

/// "1234 W. Main St", "calle 5 numero 1234", "Apt 12"
bool is_house_number(const SlotText& text, std::size_t at) {
  constexpr std::size_t reach = 3;
  if (!text.is_number(at)) return false;
  for (std::size_t i = at + 1; i <= at + reach; ++i) {
    if (names_a_street(text.piece(i))) return true;
    if (text.after(i - 1).find_first_of("?!;\n") != std::string_view::npos) break;
  }
  for (std::size_t i = at - std::min(at, reach); i < at; ++i) {
    if (begins_a_street(text.piece(i))) return true;
  }
  return false;
}

class NumberMasker {
 public:
  NumberMasker(const Folded& folded, const std::vector<Slot>& slots)
      : folded_(folded), text_(folded), slots_(slots) {}

  void mask(std::vector<Mask>& masks) {
    for (std::size_t at = 0; at < text_.size(); ++at) {
      if (!has_digits(at) || is_kept(at)) continue;
      const auto last = end_of_run(at);
      if (digits_ >= fewest_masked_digits) {
        masks.push_back({original(at, last), "[number]"});
      } else if (is_house_number(text_, at)) {
        masks.push_back({original(at, at), "[number]"});
        continue;
      }
      at = last;
    }
  }

 private:
  [[nodiscard]] Span original(std::size_t first, std::size_t last) const {
    return folded_.original(text_.pieces()[first].begin, text_.pieces()[last].end);
  }

  [[nodiscard]] std::size_t digits_in(std::size_t at) const {
    const auto piece = text_.piece(at);
    return static_cast<std::size_t>(
        std::count_if(piece.begin(), piece.end(), [](char c) { return c >= '0' && c <= '9'; }));
  }

  [[nodiscard]] bool has_digits(std::size_t at) const { return at < text_.size() && digits_in(at) > 0; }

  /// Dates, and amounts that are no long numbers. Slots stand in order, and so do the questions asked here.
  [[nodiscard]] bool is_kept(std::size_t at) {
    const auto begin = original(at, at).begin;
    while (next_slot_ < slots_.size() && slots_[next_slot_].span.end <= begin) ++next_slot_;
    if (next_slot_ == slots_.size() || slots_[next_slot_].span.begin > begin) return false;
    const auto kind = slots_[next_slot_].kind;
    return kind == SlotKind::date || (kind == SlotKind::amount && digits_in(at) < fewest_masked_digits);
  }

  /// Numbers with blanks, points or dashes between them are one, however people group them.
  std::size_t end_of_run(std::size_t at) {
    constexpr std::size_t widest_gap = 3;
    digits_ = digits_in(at);
    while (has_digits(at + 1) && !is_kept(at + 1)) {
      const auto gap = text_.after(at);
      if (gap.size() > widest_gap || gap.find_first_not_of(" -.()/+*#") != std::string_view::npos) break;
      ++at;
      digits_ += digits_in(at);
    }
    return at;
  }

  const Folded& folded_;
  SlotText text_;
  const std::vector<Slot>& slots_;
  std::size_t next_slot_ = 0;
  std::size_t digits_ = 0;
};

std::string with_masks(std::string_view text, std::vector<Mask> masks) {
  std::stable_sort(masks.begin(), masks.end(),
                   [](const Mask& a, const Mask& b) { return a.span.begin < b.span.begin; });
  std::string out;
  std::size_t at = 0;
  for (const auto& mask : masks) {
    if (mask.span.begin >= at) {
      out += text.substr(at, mask.span.begin - at);
      out += mask.label;
    }
    at = std::max(at, mask.span.end);
  }
  return out.append(text.substr(at));
}

}  // namespace

std::string masked(std::string_view utterance) {
  const auto folded = fold(utterance);
  // Dates need no day of reference to be left alone; any will do.
  const knowledge::Date any{std::chrono::year(2026), std::chrono::month(1), std::chrono::day(1)};
  const auto slots = read_slots(utterance, folded, any);
  std::vector<Mask> masks;
  for (const auto& slot : slots) {
    if (const auto label = label_of(slot.kind); !label.empty()) masks.push_back({slot.span, label});
  }
  mask_mail(utterance, masks);
  NumberMasker(folded, slots).mask(masks);
  return with_masks(utterance, std::move(masks));
}

}  // namespace tulay::intents
