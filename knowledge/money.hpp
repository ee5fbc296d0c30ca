#pragma once

#include <cstdint>
#include <string>

namespace tulay::knowledge {

/// US dollars in whole cents; no floating point.
struct Money {
  std::int64_t cents = 0;

  auto operator<=>(const Money&) const = default;
};

/// "$1,050" or "$1,050.50".
[[nodiscard]] std::string to_string(Money money);

}  // namespace tulay::knowledge
