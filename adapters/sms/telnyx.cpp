#include "adapters/sms/telnyx.hpp"

#include <algorithm>

#include "adapters/sms/gateway_json.hpp"
#include "adapters/sms/signature.hpp"
#include "adapters/sms/timestamp.hpp"

namespace tulay::sms {
namespace {

using nlohmann::json;

DeliveryStatus telnyx_status(std::string_view said) {
  if (said == "delivered") return DeliveryStatus::delivered;
  if (said == "delivery_failed" || said == "delivery_unconfirmed") return DeliveryStatus::undelivered;
  if (said == "sending_failed") return DeliveryStatus::failed;
  return said == "sent" ? DeliveryStatus::sent : DeliveryStatus::queued;
}

bool signed_by_one(const std::vector<std::string>& keys, std::string_view message,
                   std::string_view signature) {
  return std::any_of(keys.begin(), keys.end(), [&](const std::string& key) {
    const auto bytes = from_base64(key);
    return bytes && signed_by(*bytes, message, signature);
  });
}

}  // namespace

Verdict Telnyx::verify(const Webhook& webhook, knowledge::Instant now) const {
  const auto stamp = webhook.header("telnyx-timestamp");
  const auto written = webhook.header("telnyx-signature-ed25519");
  if (!stamp || !written) return tl::unexpected(Refusal::not_signed);
  const auto signed_at = instant_of(*stamp);
  const auto signature = from_base64(*written);
  if (!signed_at || !signature) return tl::unexpected(Refusal::not_signed);
  if (!fresh(*signed_at, now)) return tl::unexpected(Refusal::stale);
  if (!signed_by_one(account_.secrets, std::string(*stamp) + "|" + webhook.body, *signature))
    return tl::unexpected(Refusal::wrong_signature);
  return Accepted{};
}

tl::expected<std::vector<InboundText>, std::string> Telnyx::texts(const Webhook& webhook) const {
  const auto body = gateway_json(webhook.body);
  const auto& data = member(body, "data");
  if (!data.is_object()) return tl::unexpected(std::string("data is missing"));
  if (word(data, "event_type") != "message.received") return std::vector<InboundText>{};
  const auto& payload = member(data, "payload");
  InboundText text;
  text.provider_message_id = word(payload, "id");
  text.from = word(member(payload, "from"), "phone_number");
  text.to = word(first(member(payload, "to")), "phone_number");
  text.text = word(payload, "text");
  text.sent_at = word(payload, "received_at");
  text.media_count =
      static_cast<int>(member(payload, "media").is_array() ? member(payload, "media").size() : 0);
  if (text.provider_message_id.empty() || text.from.empty() || text.to.empty())
    return tl::unexpected(std::string("id, from and to must be there"));
  return std::vector{std::move(text)};
}

tl::expected<std::vector<DeliveryReport>, std::string> Telnyx::reports(const Webhook& webhook) const {
  const auto body = gateway_json(webhook.body);
  const auto& data = member(body, "data");
  const auto event = word(data, "event_type");
  std::vector<DeliveryReport> reports;
  if (event != "message.sent" && event != "message.finalized") return reports;
  const auto& payload = member(data, "payload");
  const auto code = word(first(member(payload, "errors")), "code");
  const auto& recipients = member(payload, "to");
  if (!recipients.is_array()) return tl::unexpected(std::string("to must be an array"));
  for (const auto& one : recipients) {
    const auto said = word(one, "status");
    reports.push_back({word(payload, "id"), word(one, "phone_number"), telnyx_status(said), said, code});
  }
  return reports;
}

server::Response Telnyx::answer(const std::vector<std::string>& /*replies*/) const {
  return {200, "", "", {}};
}

HttpRequest Telnyx::outgoing(const bot::OutboundText& text) const {
  json body{{"from", text.from}, {"to", text.to}, {"text", text.text}, {"encoding", "auto"}};
  if (!account_.status_url.empty()) body["webhook_url"] = account_.status_url;
  return {host_of(account_, "https://api.telnyx.com") + "/v2/messages",
          "application/json",
          body.dump(-1, ' ', false, json::error_handler_t::replace),
          {{"Authorization", "Bearer " + account_.api_key}, {"Idempotency-Key", text.idempotency_key}}};
}

tl::expected<std::string, bot::SendError> Telnyx::taken(const HttpResponse& response) const {
  const auto body = gateway_json(response.body);
  const auto id = word(member(body, "data"), "id");
  if (response.status >= 200 && response.status < 300 && !id.empty()) return id;
  const auto code = word(first(member(body, "errors")), "code");
  return tl::unexpected(not_taken(response, code));
}

}  // namespace tulay::sms
