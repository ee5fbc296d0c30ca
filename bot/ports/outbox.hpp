#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <tl/expected.hpp>
#include <vector>

#include "bot/ports/store.hpp"
#include "knowledge/calendar.hpp"

namespace tulay::bot {

/// What a text is for: decides whether an opt-out and the quiet hours hold it back. `farewell` is the one
/// confirmation of an opt-out, the only text that goes to somebody who has opted out.
enum class TextPurpose : std::uint8_t { reply, code, handoff, reminder, farewell };

/// A text that the program owes someone.
struct QueuedText {
  std::string to;  // E.164
  std::string text;
  std::string key;  // the same key is queued once; A-Z a-z 0-9 - _
  TextPurpose purpose = TextPurpose::reply;
  knowledge::Instant queued{};
  knowledge::Instant useless_after{};  // a code that has run out is not sent
  std::string from{};                  // ours, in E.164; empty: the first of our numbers
  std::string zone{};                  // IANA, whose clock the recipient lives by; empty: nobody knows
};

/// Where texts wait until a gateway took them. May be shared by threads.
class Outbox {
 public:
  virtual ~Outbox() = default;
  /// Durable when it returns; a key that is there already is not an error and queues nothing.
  [[nodiscard]] virtual tl::expected<void, StoreError> queue(const QueuedText& text) = 0;
};

/// A text taken out of the queue to be sent.
struct ClaimedText {
  std::int64_t id = 0;
  int attempts = 0;  // before this one
  QueuedText text;
};

/// What became of a claimed text. `unknown`: perhaps it went out, so it is never sent again.
enum class TextFate : std::uint8_t { sent, failed, unknown, useless, later };

struct Settlement {
  TextFate fate = TextFate::sent;
  knowledge::Instant due{};  // when to try again, with `later`
  std::string provider_id;   // the gateway's, with `sent`: its delivery reports name the text by it
  std::string code;          // the gateway's, of a fault
};

/// The other side of the outbox, for the one who sends. May be shared by threads.
class OutboxDesk {
 public:
  virtual ~OutboxDesk() = default;
  /// The next text that is due; durably nobody else's when it returns. Not from the numbers of ours that are
  /// `resting`. Replies to one client in the order in which they were queued; reminders last.
  [[nodiscard]] virtual tl::expected<std::optional<ClaimedText>, StoreError> claim(
      knowledge::Instant now, const std::vector<std::string>& resting) = 0;
  [[nodiscard]] virtual tl::expected<void, StoreError> settle(std::int64_t id,
                                                              const Settlement& settlement) = 0;
  /// Texts that an earlier process had claimed when it ended: nobody knows whether they went out.
  [[nodiscard]] virtual tl::expected<void, StoreError> give_up_claimed() = 0;
};

}  // namespace tulay::bot
