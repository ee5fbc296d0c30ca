#pragma once

#include <cstddef>
#include <string>
#include <string_view>

namespace tulay::bot {

/// Door 5: chance and hashing that chance makes necessary. May be shared by threads.
class Entropy {
 public:
  virtual ~Entropy() = default;
  /// `bytes` random bytes as base64url without padding.
  [[nodiscard]] virtual std::string token(std::size_t bytes) = 0;
  /// A one-way digest of a token, hex; equal tokens give equal digests.
  [[nodiscard]] virtual std::string digest(std::string_view token) const = 0;
};

}  // namespace tulay::bot
