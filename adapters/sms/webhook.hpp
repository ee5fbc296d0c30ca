#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <tl/expected.hpp>
#include <utility>
#include <vector>

namespace tulay::sms {

/// A gateway's request as it reached us, byte for byte.
struct Webhook {
  std::string method;  // GET or POST
  std::string url;     // as typed into the gateway's console, with the query exactly as it was sent
  std::vector<std::pair<std::string, std::string>> headers;
  std::string body;

  /// Without regard to the name's case; nothing when it is absent or stands there twice.
  [[nodiscard]] std::optional<std::string_view> header(std::string_view name) const;
  /// What stands behind the "?" of the URL, undecoded.
  [[nodiscard]] std::string_view query() const;
  /// Is the body JSON, by its Content-Type?
  [[nodiscard]] bool json() const;
};

/// Why a request is not taken for the gateway's. For the log and a metric, never for the caller.
enum class Refusal : std::uint8_t {
  not_signed,      // no signature, or none that could be one
  send_it_signed,  // the gateway itself sometimes forgets, and repeats it signed when told 5xx
  wrong_signature,
  stale,      // too old, or from the future
  replayed,   // its nonce came with another request before
  foreign,    // signed, but for another account
  malformed,  // cannot be read in only one way
};

/// "not_signed", "stale", …
[[nodiscard]] std::string_view name(Refusal refusal);

/// The request is the gateway's. A `nonce` must not have come before with another body.
struct Accepted {
  std::optional<std::string> nonce;
  bool body_signed = true;  // false: whoever saw one request could have put words into this one
};

using Verdict = tl::expected<Accepted, Refusal>;

}  // namespace tulay::sms
