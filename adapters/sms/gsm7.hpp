#pragma once

namespace tulay::sms {

/// Septets that a character takes in the default alphabet of GSM 03.38 (3GPP TS 23.038): 1, or 2 in the
/// extension table, or 0 when it has no place there. The escape itself is no character.
[[nodiscard]] int septets_of(char32_t character);

}  // namespace tulay::sms
