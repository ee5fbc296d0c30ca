#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <tl/expected.hpp>
#include <vector>

#include "bot/ports/records.hpp"
#include "bot/ports/session.hpp"

namespace tulay::bot {

enum class StoreErrorKind : std::uint8_t { unavailable, conflict };

/// Why the store could not do it; `detail` is for the log, never for a client.
struct StoreError {
  StoreErrorKind kind = StoreErrorKind::unavailable;
  std::string detail;
};

/// Door 2: conversations and their turns. May be shared by threads.
class TurnStore {
 public:
  virtual ~TurnStore() = default;

  /// The session, if it was active at or after `not_before`; absence is not an error.
  [[nodiscard]] virtual tl::expected<std::optional<Session>, StoreError> session(
      std::string_view id, knowledge::Instant not_before) const = 0;
  /// The turn that a retry repeats.
  [[nodiscard]] virtual tl::expected<std::optional<StoredTurn>, StoreError> turn_of(
      std::string_view session_id, std::string_view client_message_id) const = 0;
  /// The last `limit` turns, oldest first.
  [[nodiscard]] virtual tl::expected<std::vector<StoredTurn>, StoreError> turns(std::string_view session_id,
                                                                                int limit) const = 0;
  /// Session, turn and what belongs to it in one transaction; on disk when it returns. A conflict when that
  /// turn number, or that client_message_id, is there already: then nothing is stored.
  [[nodiscard]] virtual tl::expected<void, StoreError> commit(const Session& next, const StoredTurn& turn,
                                                              const Records& records = {}) = 0;
  /// What came beside the chat, in one transaction; on disk when it returns.
  [[nodiscard]] virtual tl::expected<void, StoreError> keep(const Records& records) = 0;
  /// Erases the conversation's text at once, also where staff would see it; what the client wrote to staff
  /// stays with them. An unknown id is not an error.
  [[nodiscard]] virtual tl::expected<void, StoreError> forget(std::string_view session_id) = 0;
  /// Can it be reached and written right now?
  [[nodiscard]] virtual bool ready() const = 0;
};

}  // namespace tulay::bot
