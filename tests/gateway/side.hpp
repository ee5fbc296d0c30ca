#pragma once

#include <httplib.h>

#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <string_view>

namespace tulay::gateway {

inline constexpr std::string_view public_host = "https://bot.example";
inline constexpr std::string_view our_number = "+12135550199";
inline constexpr std::string_view account = "ACtest";
inline constexpr std::string_view secret = "a made-up token of the tests";
inline constexpr std::string_view api_key = "a made-up key of the tests";

/// A text that somebody writes to the firm.
struct Written {
  std::string id;
  std::string from;
  std::string text;
  std::int64_t at_ms = 0;  // since 1970
};

/// How a text of the firm fared, in a gateway's own words.
struct Report {
  std::string id;
  std::string to;
  bool arrived = true;
  std::string code;
};

/// A gateway's request to the firm, signed.
struct Call {
  std::string path;  // below the firm's host
  std::string content_type;
  std::string body;
  httplib::Headers headers;
};

/// A text that the firm sends.
struct Sent {
  std::string id;  // the gateway's
  std::string from;
  std::string to;
  std::string text;
};

/// One gateway, as it speaks to its customers; written from its documents, not from our adapters.
class Side {
 public:
  virtual ~Side() = default;
  [[nodiscard]] virtual std::string name() const = 0;
  /// What signs its calls, as its customers get to know it.
  [[nodiscard]] virtual std::string secret_of_customer() const { return std::string(secret); }
  [[nodiscard]] virtual Call text(const Written& text) const = 0;
  [[nodiscard]] virtual Call report(const Report& report) const = 0;
  [[nodiscard]] virtual std::string send_path() const = 0;
  /// The text of a request to `send_path`; nothing without the right key.
  [[nodiscard]] virtual std::optional<Sent> read(const httplib::Request& request) const = 0;
  virtual void take(httplib::Response& response, const std::string& id) const = 0;
  virtual void refuse(httplib::Response& response, int status, const std::string& code) const = 0;
  /// The code by which it says that the recipient has opted out, and that the number takes no texts.
  [[nodiscard]] virtual std::string opted_out_code() const = 0;
  [[nodiscard]] virtual std::string dead_code() const = 0;
};

/// "twilio", "telnyx", "vonage" or "plivo".
[[nodiscard]] std::unique_ptr<Side> side_of(std::string_view name);

/// Plivo's older signature, which leaves the body out, around any text.
[[nodiscard]] Call plivo_v2(const Written& text, const std::string& nonce);

// What the sides are made of.
[[nodiscard]] std::int64_t now_seconds();
[[nodiscard]] std::string escaped(const std::string& text);
[[nodiscard]] std::string iso_time(std::int64_t ms);
[[nodiscard]] std::string basic(const std::string& user_and_password);
[[nodiscard]] std::unique_ptr<Side> twilio_side();
[[nodiscard]] std::unique_ptr<Side> telnyx_side();
[[nodiscard]] std::unique_ptr<Side> vonage_side();
[[nodiscard]] std::unique_ptr<Side> plivo_side();

}  // namespace tulay::gateway
