#include "knowledge/money.hpp"

namespace tulay::knowledge {

std::string to_string(Money money) {
  std::string whole = std::to_string(money.cents / 100);
  for (auto at = static_cast<std::ptrdiff_t>(whole.size()) - 3; at > 0; at -= 3)
    whole.insert(static_cast<std::size_t>(at), ",");
  const auto rest = money.cents % 100;
  if (rest == 0) return "$" + whole;
  return "$" + whole + (rest < 10 ? ".0" : ".") + std::to_string(rest);
}

}  // namespace tulay::knowledge
