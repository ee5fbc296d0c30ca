#pragma once

#include <string>
#include <string_view>

namespace tulay::sms {

/// The text in characters of GSM-7: composed (NFC), mapped by the table of sms.md, section 7 (curly quotes,
/// dashes, á í ó ú without their accents, ₱ as "PHP "), what is left outside dropped, blanks squeezed.
/// Idempotent.
[[nodiscard]] std::string in_gsm7(std::string_view text);

/// The same, but what GSM-7 lacks stays, and the text travels as UCS-2: for sms.es_accents = "keep".
[[nodiscard]] std::string with_accents(std::string_view text);

/// The first character that `in_gsm7` neither keeps nor writes out; empty when nothing is lost.
[[nodiscard]] std::string lost_in_gsm7(std::string_view text);

}  // namespace tulay::sms
