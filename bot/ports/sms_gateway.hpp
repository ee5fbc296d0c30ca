#pragma once

#include <cstdint>
#include <string>
#include <tl/expected.hpp>

namespace tulay::bot {

/// A text to a client, ready to go: numbers in E.164, words in the characters that travel.
struct OutboundText {
  std::string from;
  std::string to;
  std::string text;
  std::string idempotency_key;  // the same for every attempt to send this very text; A-Z a-z 0-9 - _
};

enum class SendErrorKind : std::uint8_t {
  rejected,  // never try again
  later,     // it was not taken; try again after a while
  unknown,   // perhaps it was taken, perhaps not
};

/// Why a text was not taken.
struct SendError {
  SendErrorKind kind = SendErrorKind::unknown;
  std::string code;      // the gateway's, where it gave one
  int retry_after = 60;  // seconds
};

/// Door 3: send one text. May be shared by threads.
class SmsGateway {
 public:
  virtual ~SmsGateway() = default;
  /// The gateway's id of the text, to know its delivery reports by.
  [[nodiscard]] virtual tl::expected<std::string, SendError> send(const OutboundText& text) = 0;
};

}  // namespace tulay::bot
