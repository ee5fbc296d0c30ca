#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>

namespace tulay::bot {

/// Door 5: chance and hashing that chance makes necessary. May be shared by threads.
class Entropy {
 public:
  virtual ~Entropy() = default;
  /// `bytes` random bytes as base64url without padding.
  [[nodiscard]] virtual std::string token(std::size_t bytes) = 0;
  /// A number from 0 to `bound` - 1, each as likely.
  [[nodiscard]] virtual std::uint32_t below(std::uint32_t bound) = 0;
  /// Like `digest`, under a key that this process alone has: what is short cannot be found by trying.
  [[nodiscard]] virtual std::string keyed_digest(std::string_view text) const = 0;
  /// A one-way digest of a token, hex; equal tokens give equal digests.
  [[nodiscard]] virtual std::string digest(std::string_view token) const = 0;
};

}  // namespace tulay::bot
