#pragma once

#include <optional>
#include <string>
#include <tl/expected.hpp>
#include <vector>

#include "bot/ports/case.hpp"
#include "bot/ports/case_directory.hpp"
#include "knowledge/language.hpp"

namespace tulay::bot {

/// A client's own parole that ends, and how the client may be reminded: as much of a case as that needs.
struct EndingParole {
  std::string case_number;
  knowledge::Date ends{};            // as in the file, never computed
  std::optional<std::string> phone;  // E.164
  knowledge::Language language = knowledge::Language::en;
  std::string time_zone;  // IANA; empty: the file has none
  bool consents = false;  // to be texted, as the file says
  ContactRestriction restriction = ContactRestriction::none;
};

/// The firm's cases, seen by the one who reminds: nobody asked, so nobody is verified, and nothing of it is
/// shown to anybody but in a text to the number on file. Read-only; keeps its own deadline.
class ParoleEnds {
 public:
  virtual ~ParoleEnds() = default;
  /// Open cases shared with the bot whose parole ends on a day from `first` to `last`, soonest first.
  [[nodiscard]] virtual tl::expected<std::vector<EndingParole>, CaseError> ending(
      knowledge::Date first, knowledge::Date last) const = 0;
};

}  // namespace tulay::bot
