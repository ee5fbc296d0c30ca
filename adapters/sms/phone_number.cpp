#include "adapters/sms/phone_number.hpp"

#include <algorithm>

namespace tulay::sms {

std::string with_plus(std::string_view digits) {
  return digits.starts_with('+') ? std::string(digits) : "+" + std::string(digits);
}

bool is_subscriber(std::string_view number) {
  if (number.size() < 11 || number.size() > 16 || number[0] != '+' || number[1] == '0') return false;
  const auto digits = number.substr(1);
  // North America: exactly ten digits after the 1, and no area code begins with 0 or 1.
  if (digits[0] == '1' && (digits.size() != 11 || digits[1] < '2')) return false;
  return std::all_of(digits.begin(), digits.end(), [](char c) { return c >= '0' && c <= '9'; });
}

}  // namespace tulay::sms
