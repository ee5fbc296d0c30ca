#pragma once

#include <cstdint>
#include <string_view>
#include <tl/expected.hpp>

#include "bot/ports/store.hpp"
#include "knowledge/calendar.hpp"

namespace tulay::bot {

/// Who told us: the client in a text, or the carrier, which saw the client's word before us.
enum class OptOutSource : std::uint8_t { client, carrier };

/// Who gets no texts, by telephone number in E.164. Every sender asks it. May be shared by threads.
class OptOuts {
 public:
  virtual ~OptOuts() = default;
  [[nodiscard]] virtual tl::expected<bool, StoreError> is_opted_out(std::string_view phone) const = 0;
  /// On disk when it returns. False: the number was out before, which is no error.
  [[nodiscard]] virtual tl::expected<bool, StoreError> opt_out(std::string_view phone,
                                                               knowledge::Instant when,
                                                               OptOutSource source) = 0;
  /// On disk when it returns. False: the number was not out.
  [[nodiscard]] virtual tl::expected<bool, StoreError> opt_in(std::string_view phone, knowledge::Instant when,
                                                              OptOutSource source) = 0;
};

}  // namespace tulay::bot
