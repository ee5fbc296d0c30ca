#include "adapters/sms/timestamp.hpp"

#include <algorithm>
#include <charconv>
#include <cstdint>

namespace tulay::sms {
namespace {

constexpr std::chrono::seconds tolerance{300};

}  // namespace

std::optional<knowledge::Instant> instant_of(std::string_view digits) {
  const bool only_digits =
      std::all_of(digits.begin(), digits.end(), [](char c) { return c >= '0' && c <= '9'; });
  if (digits.empty() || digits.size() > 12 || !only_digits) return std::nullopt;
  std::int64_t seconds = 0;
  std::from_chars(digits.data(), digits.data() + digits.size(), seconds);
  return knowledge::Instant(std::chrono::seconds(seconds));
}

bool fresh(knowledge::Instant signed_at, knowledge::Instant now) {
  return signed_at <= now + tolerance && now <= signed_at + tolerance;
}

}  // namespace tulay::sms
