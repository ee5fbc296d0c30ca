#pragma once

#include <cstdint>
#include <string>
#include <tl/expected.hpp>

#include "bot/ports/store.hpp"
#include "knowledge/calendar.hpp"

namespace tulay::bot {

/// What a text is for: decides whether an opt-out and the quiet hours hold it back.
enum class TextPurpose : std::uint8_t { reply, code, handoff, reminder };

/// A text that the program owes someone.
struct QueuedText {
  std::string to;  // E.164
  std::string text;
  std::string key;  // the same key is queued once; A-Z a-z 0-9 - _
  TextPurpose purpose = TextPurpose::reply;
  knowledge::Instant queued{};
  knowledge::Instant useless_after{};  // a code that has run out is not sent
};

/// Where texts wait until a gateway took them. May be shared by threads.
class Outbox {
 public:
  virtual ~Outbox() = default;
  /// Durable when it returns; a key that is there already is not an error and queues nothing.
  [[nodiscard]] virtual tl::expected<void, StoreError> queue(const QueuedText& text) = 0;
};

}  // namespace tulay::bot
