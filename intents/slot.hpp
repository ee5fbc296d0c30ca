#pragma once

#include <cstdint>
#include <map>
#include <string>
#include <string_view>
#include <variant>
#include <vector>

#include "intents/fold.hpp"
#include "knowledge/calendar.hpp"
#include "knowledge/money.hpp"

namespace tulay::intents {

enum class SlotKind : std::uint8_t {
  receipt_number,
  a_number,
  case_number,
  date,
  amount,
  phone,
  code,
  choice,
  relationship,
  reason,
  country,
  form,
  language,
  wish
};

/// "receipt_number", "a_number", …
[[nodiscard]] std::string_view name(SlotKind kind);

/// A date as written; both readings where day and month could be swapped (05/06/2026).
struct DateReading {
  knowledge::Date first{};                // US order, or the only reading
  std::optional<knowledge::Date> second;  // the other one, when it is real and differs
  bool operator==(const DateReading&) const = default;
};

/// Words in normal form ("mother", "IOE0912345678"), a date, or money.
using SlotValue = std::variant<std::string, DateReading, knowledge::Money>;

struct Slot {
  SlotKind kind;
  SlotValue value;
  Span span;  // the client's own words

  bool operator==(const Slot&) const = default;
};

[[nodiscard]] std::string to_string(const SlotValue& value);

/// Reads receipt numbers (law file M1, P-1), A-numbers (M4, P-2), firm case numbers ("HP-2026-0101": letters,
/// year, serial), dates in all the usual shapes (US order first; Spanish and Tagalog month names; "next
/// week" and kin are not dates), amounts ("$1,050", "1.050 dolares", "4000 pesos" is not dollars and is left
/// out), phone numbers (libphonenumber, region US), one-time codes (six digits alone or after a word like
/// code/codigo), and bare choices ("1", "2", "3" as the whole message). Spans do not overlap; identifiers win
/// over dates, dates over amounts. `today` completes dates without a year to the nearest one not more than
/// six months past. Linear time.
[[nodiscard]] std::vector<Slot> read_slots(std::string_view utterance, const Folded& folded,
                                           knowledge::Date today);

/// The utterance with every identifier, phone number, e-mail and street-like number masked ("IOE…5678" is
/// not kept either: "[receipt]", "[a-number]", "[phone]", "[email]", "[number]"); for anything stored for
/// staff.
[[nodiscard]] std::string masked(std::string_view utterance);

}  // namespace tulay::intents
