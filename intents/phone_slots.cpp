// Telephone numbers, read as from the US where no country code stands.
#include <phonenumbers/phonenumberutil.h>

#include "intents/slot_reader.hpp"

namespace tulay::intents {
namespace {

constexpr std::size_t fewest_digits = 10;
constexpr std::size_t most_digits = 13;
constexpr std::size_t most_pieces = 5;

std::optional<std::string> e164(const std::string& written) {
  const auto& numbers = *i18n::phonenumbers::PhoneNumberUtil::GetInstance();
  i18n::phonenumbers::PhoneNumber number;
  if (numbers.Parse(written, "US", &number) != i18n::phonenumbers::PhoneNumberUtil::NO_PARSING_ERROR) return std::nullopt;
  if (!numbers.IsPossibleNumber(number)) return std::nullopt;
  std::string out;
  numbers.Format(number, i18n::phonenumbers::PhoneNumberUtil::E164, &out);
  return out;
}

}  // namespace

void read_phones(SlotText& text) {
  for (std::size_t first = 0; first < text.words.size(); ++first) {
    std::string digits;
    for (std::size_t last = first; last < std::min(text.words.size(), first + most_pieces) && text.words[last].number; ++last) {
      digits += text.words[last].text;
      if (digits.size() > most_digits) break;
      if (digits.size() < fewest_digits) continue;
      const auto begin = text.words[first].span.begin;
      const bool plus = begin > 0 && text.utterance[begin - 1] == '+';
      if (auto number = e164((plus ? "+" : "") + digits)) {
        text.claim(SlotKind::phone, std::move(*number), first, last);
        first = last;
        break;
      }
    }
  }
}

}  // namespace tulay::intents
