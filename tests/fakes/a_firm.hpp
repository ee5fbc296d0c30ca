#pragma once

#include "bot/ports/firm.hpp"

namespace tulay::fakes {

/// A firm with every value that the shipped answers need.
[[nodiscard]] inline bot::Firm a_firm() {
  const auto same = [](const std::string& text) {
    return knowledge::Localized<std::string>{text, text, text};
  };
  bot::Firm firm;
  for (const auto* const key : {"name", "attorney", "email", "address", "hours", "languages", "website"}) {
    firm.values[key] = same(std::string("the ").append(key));
  }
  firm.values["phone"] = same("(213) 555-0100");
  firm.values["urgent_phone"] = same("(213) 555-0199");
  return firm;
}

}  // namespace tulay::fakes
