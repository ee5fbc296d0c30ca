#include "adapters/sms/gsm7.hpp"

#include <string_view>

namespace tulay::sms {
namespace {

// In the order of the codes; 0x1B, the escape, is left out.
constexpr std::u32string_view basic =
    U"@£$¥èéùìòÇ\nØø\rÅå"
    U"Δ_ΦΓΛΩΠΨΣΘΞÆæßÉ"
    U" !\"#¤%&'()*+,-./"
    U"0123456789:;<=>?"
    U"¡ABCDEFGHIJKLMNO"
    U"PQRSTUVWXYZÄÖÑÜ§"
    U"¿abcdefghijklmno"
    U"pqrstuvwxyzäöñüà";
constexpr std::u32string_view extension = U"\f^{}\\[~]|€";
static_assert(basic.size() == 127 && extension.size() == 10);

}  // namespace

int septets_of(char32_t character) {
  if (basic.find(character) != std::u32string_view::npos) return 1;
  return extension.find(character) != std::u32string_view::npos ? 2 : 0;
}

}  // namespace tulay::sms
