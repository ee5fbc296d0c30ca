#include "adapters/sms/vonage.hpp"

#include <charconv>

#include "adapters/sms/characters.hpp"
#include "adapters/sms/form.hpp"
#include "adapters/sms/gateway_json.hpp"
#include "adapters/sms/phone_number.hpp"
#include "adapters/sms/signature.hpp"
#include "adapters/sms/vonage_signature.hpp"

namespace tulay::sms {
namespace {

using nlohmann::json;

/// The parameters of the SMS API, whichever way the account delivers them.
Fields vonage_parameters(const Webhook& webhook) {
  if (webhook.method == "GET") return fields_of(webhook.query());
  if (!webhook.json()) return fields_of(webhook.body);
  Fields fields;
  const auto body = gateway_json(webhook.body);
  if (!body.is_object()) return fields;
  for (const auto& [name, value] : body.items()) fields.emplace_back(name, word(body, name));
  return fields;
}

bool is_messages_api(const Webhook& webhook) {
  return webhook.json() && !member(gateway_json(webhook.body), "message_uuid").is_null();
}

std::string without_plus(std::string_view number) {
  return std::string(number.starts_with('+') ? number.substr(1) : number);
}

int number_of(const std::string& digits) {
  int value = 0;
  std::from_chars(digits.data(), digits.data() + digits.size(), value);
  return value;
}

std::optional<Part> part_of(const Fields& fields) {
  if (only(fields, "concat") != "true") return std::nullopt;
  const Part part{only(fields, "concat-ref").value_or(""),
                  number_of(only(fields, "concat-part").value_or("")),
                  number_of(only(fields, "concat-total").value_or(""))};
  const bool sound = part.of > 1 && part.of <= 20 && part.number >= 1 && part.number <= part.of;
  return sound ? std::optional(part) : std::nullopt;
}

DeliveryStatus vonage_status(std::string_view said) {
  if (said == "delivered" || said == "read") return DeliveryStatus::delivered;
  if (said == "undeliverable" || said == "expired") return DeliveryStatus::undelivered;
  if (said == "rejected" || said == "failed") return DeliveryStatus::failed;
  return said == "submitted" || said == "accepted" ? DeliveryStatus::sent : DeliveryStatus::queued;
}

tl::expected<std::vector<InboundText>, std::string> text_of_messages_api(const Webhook& webhook) {
  const auto body = gateway_json(webhook.body);
  if (word(body, "channel") != "sms") return std::vector<InboundText>{};
  InboundText text;
  text.provider_message_id = word(body, "message_uuid");
  text.from = with_plus(word(body, "from"));
  text.to = with_plus(word(body, "to"));
  text.text = word(body, "text");
  text.sent_at = word(body, "timestamp");
  text.media_count = word(body, "message_type") == "text" ? 0 : 1;
  if (text.provider_message_id.empty()) return tl::unexpected(std::string("message_uuid is missing"));
  return std::vector{std::move(text)};
}

}  // namespace

Verdict Vonage::verify(const Webhook& webhook, knowledge::Instant now) const {
  const auto authorization = webhook.header("Authorization");
  if (authorization) return vonage_token_verdict(*authorization, webhook.body, account_, now);
  // Vonage's own errors can lose the token; told 5xx, it sends the callback again, signed.
  if (is_messages_api(webhook)) return tl::unexpected(Refusal::send_it_signed);
  return vonage_parameters_verdict(vonage_parameters(webhook), account_, now);
}

tl::expected<std::vector<InboundText>, std::string> Vonage::texts(const Webhook& webhook) const {
  if (is_messages_api(webhook)) return text_of_messages_api(webhook);
  const auto fields = vonage_parameters(webhook);
  const auto id = only(fields, "messageId");
  const auto from = only(fields, "msisdn");
  const auto to = only(fields, "to");
  const auto text = only(fields, "text");
  if (!id || id->empty() || !from || !to || !text)
    return tl::unexpected(std::string("messageId, msisdn, to and text must stand there once"));
  if (!is_utf8(*text)) return tl::unexpected(std::string("text is not UTF-8"));
  return std::vector{InboundText{*id,
                                 with_plus(*from),
                                 with_plus(*to),
                                 *text,
                                 0,
                                 {},
                                 part_of(fields),
                                 only(fields, "message-timestamp").value_or("")}};
}

tl::expected<std::vector<DeliveryReport>, std::string> Vonage::reports(const Webhook& webhook) const {
  if (is_messages_api(webhook)) {
    const auto body = gateway_json(webhook.body);
    const auto said = word(body, "status");
    return std::vector{DeliveryReport{word(body, "message_uuid"), with_plus(word(body, "to")),
                                      vonage_status(said), said, word(member(body, "error"), "title")}};
  }
  const auto fields = vonage_parameters(webhook);
  const auto id = only(fields, "messageId");
  const auto said = only(fields, "status");
  if (!id || id->empty() || !said)
    return tl::unexpected(std::string("messageId and status must stand there once"));
  const auto code = only(fields, "err-code").value_or("");
  return std::vector{DeliveryReport{*id, with_plus(only(fields, "msisdn").value_or("")), vonage_status(*said),
                                    *said, code == "0" ? "" : code}};
}

server::Response Vonage::answer(const std::vector<std::string>& /*replies*/) const {
  return {200, "", "", {}};
}

HttpRequest Vonage::outgoing(const bot::OutboundText& text) const {
  const json body{{"message_type", "text"},      {"channel", "sms"},  {"from", without_plus(text.from)},
                  {"to", without_plus(text.to)}, {"text", text.text}, {"client_ref", text.idempotency_key}};
  return {host_of(account_, "https://api.nexmo.com") + "/v1/messages",
          "application/json",
          body.dump(-1, ' ', false, json::error_handler_t::replace),
          {{"Authorization", "Basic " + base64(account_.id + ":" + account_.api_key)}}};
}

tl::expected<std::string, bot::SendError> Vonage::taken(const HttpResponse& response) const {
  const auto body = gateway_json(response.body);
  const auto id = word(body, "message_uuid");
  if (response.status == 202 && !id.empty()) return id;
  return tl::unexpected(not_taken(response, word(body, "title")));
}

}  // namespace tulay::sms
