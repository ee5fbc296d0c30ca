// Telephone numbers, read as from the US where no country code stands, and Philippine mobiles as such.
#include <phonenumbers/phonenumberutil.h>

#include <algorithm>
#include <optional>

#include "intents/slot_reader.hpp"

namespace tulay::intents {
namespace {

constexpr std::size_t fewest_digits = 10;
constexpr std::size_t most_digits = 15;
constexpr std::size_t most_groups = 6;

/// North America: area code and exchange never begin with 0 or 1.
bool is_north_american(std::string_view ten) { return ten.size() == 10 && ten[0] >= '2' && ten[3] >= '2'; }

std::optional<std::string> valid(const std::string& written) {
  using Util = i18n::phonenumbers::PhoneNumberUtil;
  const auto& numbers = *Util::GetInstance();
  i18n::phonenumbers::PhoneNumber number;
  if (numbers.Parse(written, "US", &number) != Util::NO_PARSING_ERROR || !numbers.IsValidNumber(number))
    return std::nullopt;
  std::string out;
  numbers.Format(number, Util::E164, &out);
  return out;
}

std::optional<std::string> e164(const std::string& digits, bool plus) {
  const std::string_view view = digits;
  if (!plus && is_north_american(view)) return "+1" + digits;
  if (view.size() == 11 && view[0] == '1' && is_north_american(view.substr(1))) return "+" + digits;
  if (!plus && view.size() == 11 && view.starts_with("09")) return valid("+63" + digits.substr(1));
  const bool country_code = view.size() >= 12 && (view.starts_with("63") || view.starts_with("52"));
  if (plus || country_code) return valid("+" + digits);
  return view.starts_with("011") ? valid(digits) : std::nullopt;
}

bool may_part_groups(std::string_view gap) {
  return gap.size() <= 3 && gap.find_first_not_of(" ().+-/") == std::string_view::npos;
}

/// An I-94 number has eleven digits too.
bool is_i94(const SlotText& text, std::size_t at) {
  constexpr std::size_t reach = 4;
  for (std::size_t i = at - std::min(at, reach); i < at; ++i) {
    if (text.piece(i) == "94" || text.piece(i) == "i94") return true;
  }
  return false;
}

struct Found {
  std::string number;
  std::size_t last = 0;
};

std::optional<Found> longest_phone_at(const SlotText& text, std::size_t first) {
  std::string digits;
  std::optional<Found> found;
  const bool plus = text.before(first).ends_with('+') || text.before(first).ends_with("+(");
  for (std::size_t i = first; i < first + most_groups && text.is_number(i) && text.free(i, i); ++i) {
    if (i > first && !may_part_groups(text.after(i - 1))) break;
    digits += text.piece(i);
    if (digits.size() > most_digits) break;
    if (digits.size() < fewest_digits) continue;
    if (auto number = e164(digits, plus)) found = Found{std::move(*number), i};
  }
  return found;
}

}  // namespace

void read_phones(SlotText& text) {
  for (std::size_t first = 0; first < text.size(); ++first) {
    if (!text.is_number(first) || text.before(first).ends_with('$') || is_i94(text, first)) continue;
    if (auto found = longest_phone_at(text, first)) {
      text.claim(SlotKind::phone, std::move(found->number), first, found->last);
      first = found->last;
    }
  }
}

}  // namespace tulay::intents
