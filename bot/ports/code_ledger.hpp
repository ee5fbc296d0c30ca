#pragma once

#include <string>
#include <tl/expected.hpp>

#include "bot/ports/store.hpp"
#include "knowledge/calendar.hpp"

namespace tulay::bot {

/// How many one-time codes may go out (security.md §3).
struct CodeLimits {
  int per_phone_quarter = 3;  // to one phone in 15 minutes
  int per_phone_day = 6;
  int per_block_hour = 10;  // asked for from one block of addresses
  int per_day = 300;        // for the whole firm
};

/// A code that somebody asks for.
struct CodeAsked {
  std::string phone;   // a digest of it; empty: nobody may get one, so that asking costs the same
  std::string client;  // the block of addresses, or a digest of the telephone, that asks; empty: no limit
  knowledge::Instant at{};
};

/// Which codes went out lately. May be shared by threads.
class CodeLedger {
 public:
  virtual ~CodeLedger() = default;
  /// Notes, durably and in one step, that it goes out, unless a limit stands against it; whether it does.
  [[nodiscard]] virtual tl::expected<bool, StoreError> take(const CodeAsked& asked,
                                                            const CodeLimits& limits) = 0;
};

}  // namespace tulay::bot
