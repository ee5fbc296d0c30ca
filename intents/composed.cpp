#include "intents/composed.hpp"

#include <unicode/normalizer2.h>
#include <unicode/unistr.h>

namespace tulay::intents {

std::string composed(std::string_view text) {
  UErrorCode error = U_ZERO_ERROR;
  const auto* const nfc = icu::Normalizer2::getNFCInstance(error);
  const auto from =
      icu::UnicodeString::fromUTF8(icu::StringPiece(text.data(), static_cast<std::int32_t>(text.size())));
  const auto normal = U_FAILURE(error) ? from : nfc->normalize(from, error);
  std::string out;
  return (U_FAILURE(error) ? from : normal).toUTF8String(out);
}

}  // namespace tulay::intents
