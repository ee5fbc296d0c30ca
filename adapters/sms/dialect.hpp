#pragma once

#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <tl/expected.hpp>
#include <vector>

#include "adapters/sms/http_client.hpp"
#include "adapters/sms/webhook.hpp"
#include "bot/ports/deliveries.hpp"
#include "bot/ports/sms_gateway.hpp"
#include "bot/server/http.hpp"
#include "knowledge/calendar.hpp"

namespace tulay::sms {

/// One of several pieces in which a gateway hands on a long text.
struct Part {
  std::string ref;
  int number = 1;  // from 1
  int of = 1;

  bool operator==(const Part&) const = default;
};

/// What a gateway did by itself before it told us.
enum class CarrierAction : std::uint8_t { stop, start, help };

/// A client's text. Numbers as the gateway wrote them, with "+" before them.
struct InboundText {
  std::string provider_message_id;
  std::string from;
  std::string to;
  std::string text;  // UTF-8, as the client wrote it
  int media_count = 0;
  std::optional<CarrierAction> carrier_action;
  std::optional<Part> part;
  std::string sent_at;  // as the gateway writes it, where it does; sorts by time
};

using bot::DeliveryStatus;

/// How a text of ours fared.
struct DeliveryReport {
  std::string provider_message_id;
  std::string to;  // the client's number
  DeliveryStatus status = DeliveryStatus::queued;
  std::string said;  // the gateway's own word for it
  std::string error_code;
};

/// What an account with a gateway needs.
struct Account {
  std::string id;                    // Twilio's AccountSid, Plivo's auth id, Vonage's API key
  std::vector<std::string> secrets;  // what signs its webhooks: the current one, perhaps the next
  std::string api_key;               // what signs our requests, where that is another
  std::string status_url;            // where delivery reports shall go
  std::string method = "sha256";     // Vonage's SMS API: how its account signs
  std::string api_url;               // where its API is, if not at the gateway's usual host
};

/// How one gateway speaks; no sockets, no store, no clock. Immutable; may be shared by threads.
class Dialect {
 public:
  virtual ~Dialect() = default;
  /// "twilio"; the last part of the path.
  [[nodiscard]] virtual std::string_view name() const = 0;
  /// May its account be set to deliver by GET?
  [[nodiscard]] virtual bool uses_get() const = 0;
  /// Is it really from the gateway? Over the raw bytes, before anything else is done with them.
  [[nodiscard]] virtual Verdict verify(const Webhook& webhook, knowledge::Instant now) const = 0;
  /// The texts of a verified request, none when it brings something else; else why it cannot be read.
  [[nodiscard]] virtual tl::expected<std::vector<InboundText>, std::string> texts(
      const Webhook& webhook) const = 0;
  /// The delivery reports of a verified request.
  [[nodiscard]] virtual tl::expected<std::vector<DeliveryReport>, std::string> reports(
      const Webhook& webhook) const = 0;
  /// Do replies go into the answer of the webhook? Else by `outgoing`.
  [[nodiscard]] virtual bool replies_in_answer() const = 0;
  /// The answer of a webhook that was understood; `replies` only if they go there.
  [[nodiscard]] virtual server::Response answer(const std::vector<std::string>& replies) const = 0;
  /// The request that sends a text.
  [[nodiscard]] virtual HttpRequest outgoing(const bot::OutboundText& text) const = 0;
  /// The gateway's id of a text that it took; else what became of it.
  [[nodiscard]] virtual tl::expected<std::string, bot::SendError> taken(
      const HttpResponse& response) const = 0;
};

/// "https://api.example.com": where the account's requests go.
[[nodiscard]] std::string host_of(const Account& account, std::string_view usual);

/// What an answer that is no success means: 429 come back later, other 4xx never, the rest nobody knows, as
/// sending is not idempotent everywhere.
[[nodiscard]] bot::SendError not_taken(const HttpResponse& response, std::string code);

/// "twilio", "telnyx", "vonage" or "plivo"; null for another name.
[[nodiscard]] std::unique_ptr<Dialect> make_dialect(std::string_view gateway, Account account);

}  // namespace tulay::sms
