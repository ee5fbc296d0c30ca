#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <tl/expected.hpp>
#include <vector>

#include "bot/ports/audit.hpp"
#include "bot/ports/records.hpp"

namespace tulay::bot {

/// How many thumbs of each kind.
struct Thumbs {
  int up = 0;
  int down = 0;
};

/// Door 2, the face for `tulay review`. May be shared by threads; works beside a server on the same store.
class StaffDesk {
 public:
  virtual ~StaffDesk() = default;

  /// Open tickets, or all that are kept: the most urgent first, then the oldest.
  [[nodiscard]] virtual tl::expected<std::vector<Ticket>, StoreError> tickets(bool closed_too) const = 0;
  /// Closes a ticket and notes it in the audit, together or not at all. False: no open ticket has that
  /// number. A later request of the conversation opens it again.
  [[nodiscard]] virtual tl::expected<bool, StoreError> close(std::string_view ticket,
                                                             const AuditEntry& by) = 0;

  /// Questions that nobody has looked at, oldest first.
  [[nodiscard]] virtual tl::expected<std::vector<MissedQuestion>, StoreError> missed() const = 0;
  /// Somebody has: they are not shown again. Noted in the audit in the same transaction.
  [[nodiscard]] virtual tl::expected<void, StoreError> settle_missed(const std::vector<std::int64_t>& ids,
                                                                     const AuditEntry& by) = 0;

  /// Replies and thumbs from one moment up to, and without, another.
  [[nodiscard]] virtual tl::expected<std::vector<ReplyMark>, StoreError> marks(
      knowledge::Instant from, knowledge::Instant until) const = 0;
  [[nodiscard]] virtual tl::expected<Thumbs, StoreError> thumbs(knowledge::Instant from,
                                                                knowledge::Instant until) const = 0;
};

/// A request that staff have not been told of by one way.
struct OwedNotice {
  std::int64_t request = 0;  // ascends in the order in which requests came
  int attempts = 0;          // before this one
  Handoff handoff;
};

/// Door 2, the face for those who tell staff. `way` names one of them ("webhook", "mail"); each is owed every
/// request of an open ticket, those of one conversation in order. May be shared by threads.
class NoticeDesk {
 public:
  virtual ~NoticeDesk() = default;

  /// The oldest that is due. None of a conversation whose earlier request waits for another try.
  [[nodiscard]] virtual tl::expected<std::optional<OwedNotice>, StoreError> owed(
      std::string_view way, knowledge::Instant now) const = 0;
  /// Staff have it: never owed again by this way.
  [[nodiscard]] virtual tl::expected<void, StoreError> told(std::int64_t request, std::string_view way) = 0;
  /// It did not work; not before `due` again.
  [[nodiscard]] virtual tl::expected<void, StoreError> put_off(std::int64_t request, std::string_view way,
                                                               knowledge::Instant due) = 0;
};

}  // namespace tulay::bot
