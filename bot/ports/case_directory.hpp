#pragma once

#include <cstdint>
#include <tl/expected.hpp>
#include <vector>

#include "bot/ports/case.hpp"
#include "bot/ports/verified.hpp"

namespace tulay::bot {

/// Why the firm's cases could not be read; nothing of it is told to clients but that a person can help.
enum class CaseError : std::uint8_t { unavailable, timed_out, refused, misconfigured };

/// Door 1: the firm's cases. Read-only; each call keeps its own deadline. May be shared by threads.
class CaseDirectory {
 public:
  virtual ~CaseDirectory() = default;
  /// Whom the key may mean: none, one, or several who share a telephone.
  [[nodiscard]] virtual tl::expected<std::vector<ContactMatch>, CaseError> contacts(
      const CaseKey& key) const = 0;
  /// The cases of that contact which the firm shares with the bot, newest first, appointments from `today`
  /// on.
  [[nodiscard]] virtual tl::expected<std::vector<Case>, CaseError> cases(const Verified& who,
                                                                         knowledge::Date today) const = 0;
};

}  // namespace tulay::bot
