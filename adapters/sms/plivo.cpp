#include "adapters/sms/plivo.hpp"

#include <algorithm>

#include "adapters/sms/characters.hpp"
#include "adapters/sms/form.hpp"
#include "adapters/sms/gateway_json.hpp"
#include "adapters/sms/phone_number.hpp"
#include "adapters/sms/signature.hpp"

namespace tulay::sms {
namespace {

using nlohmann::json;

Fields sorted(Fields fields) {
  std::sort(fields.begin(), fields.end());
  return fields;
}

std::string joined(const Fields& fields) {
  std::string text;
  for (const auto& [name, value] : fields) {
    if (!text.empty()) text += '&';
    text.append(name).append("=").append(value);
  }
  return text;
}

/// What V3 signs, without the nonce.
std::string base_of(const Webhook& webhook) {
  const auto query = joined(sorted(fields_of(webhook.query())));
  std::string parameters;
  if (webhook.method != "GET") {
    for (const auto& [name, value] : sorted(fields_of(webhook.body))) parameters += name + value;
  }
  std::string base = webhook.url.substr(0, webhook.url.find('?'));
  if (!query.empty() || !parameters.empty()) base += "?";
  base += query;
  if (!query.empty() && !parameters.empty()) base += ".";
  return base + parameters;
}

std::string scheme_host_and_path(const std::string& url) { return url.substr(0, url.find('?')); }

// Several live tokens sign one header, split by commas.
bool one_matches(const std::vector<std::string>& secrets, std::string_view message, std::string_view header) {
  bool found = false;
  while (!header.empty()) {
    auto one = header.substr(0, header.find(','));
    header.remove_prefix(std::min(one.size() + 1, header.size()));
    while (one.starts_with(' ')) one.remove_prefix(1);
    found = made_by_one(secrets, Hash::sha256, message, one, base64) || found;
  }
  return found;
}

Verdict verdict_v3(const Webhook& webhook, std::string_view signature, const Account& account) {
  const auto nonce = webhook.header("X-Plivo-Signature-V3-Nonce");
  if (!nonce || nonce->empty()) return tl::unexpected(Refusal::not_signed);
  const auto message = base_of(webhook) + "." + std::string(*nonce);
  if (!one_matches(account.secrets, message, signature)) return tl::unexpected(Refusal::wrong_signature);
  return Accepted{};
}

Verdict verdict_v2(const Webhook& webhook, const Account& account) {
  const auto nonce = webhook.header("X-Plivo-Signature-V2-Nonce");
  const auto of_account = webhook.header("X-Plivo-Signature-V2");
  const auto of_main_account = webhook.header("X-Plivo-Signature-Ma-V2");
  if (!nonce || nonce->empty() || (!of_account && !of_main_account))
    return tl::unexpected(Refusal::not_signed);
  const auto message = scheme_host_and_path(webhook.url) + std::string(*nonce);
  if (!one_matches(account.secrets, message, of_account.value_or("")) &&
      !one_matches(account.secrets, message, of_main_account.value_or(""))) {
    return tl::unexpected(Refusal::wrong_signature);
  }
  return Accepted{std::string(*nonce), false};
}

DeliveryStatus plivo_status(std::string_view said) {
  if (said == "delivered") return DeliveryStatus::delivered;
  if (said == "undelivered") return DeliveryStatus::undelivered;
  if (said == "failed" || said == "rejected") return DeliveryStatus::failed;
  return said == "sent" ? DeliveryStatus::sent : DeliveryStatus::queued;
}

Fields plivo_parameters(const Webhook& webhook) {
  return fields_of(webhook.method == "GET" ? webhook.query() : std::string_view(webhook.body));
}

}  // namespace

Verdict Plivo::verify(const Webhook& webhook, knowledge::Instant /*now*/) const {
  if (webhook.json()) return tl::unexpected(Refusal::malformed);
  if (const auto v3 = webhook.header("X-Plivo-Signature-V3")) return verdict_v3(webhook, *v3, account_);
  return verdict_v2(webhook, account_);
}

tl::expected<std::vector<InboundText>, std::string> Plivo::texts(const Webhook& webhook) const {
  const auto fields = plivo_parameters(webhook);
  const auto id = only(fields, "MessageUUID");
  const auto from = only(fields, "From");
  const auto to = only(fields, "To");
  const auto text = only(fields, "Text");
  if (!id || id->empty() || !from || !to || !text)
    return tl::unexpected(std::string("MessageUUID, From, To and Text must stand there once"));
  if (!is_utf8(*text)) return tl::unexpected(std::string("Text is not UTF-8"));
  return std::vector{InboundText{*id, with_plus(*from), with_plus(*to), *text, 0, {}, {}, {}}};
}

tl::expected<std::vector<DeliveryReport>, std::string> Plivo::reports(const Webhook& webhook) const {
  const auto fields = plivo_parameters(webhook);
  const auto id = only(fields, "MessageUUID");
  const auto said = only(fields, "Status");
  if (!id || id->empty() || !said)
    return tl::unexpected(std::string("MessageUUID and Status must stand there once"));
  return std::vector{DeliveryReport{*id, with_plus(only(fields, "To").value_or("")), plivo_status(*said),
                                    *said, only(fields, "ErrorCode").value_or("")}};
}

server::Response Plivo::answer(const std::vector<std::string>& /*replies*/) const {
  return {200, "", "", {}};
}

HttpRequest Plivo::outgoing(const bot::OutboundText& text) const {
  json body{{"src", text.from}, {"dst", text.to}, {"text", text.text}};
  if (!account_.status_url.empty()) {
    body["url"] = account_.status_url;
    body["method"] = "POST";
  }
  const auto token = account_.api_key.empty() ? account_.secrets.at(0) : account_.api_key;
  return {host_of(account_, "https://api.plivo.com") + "/v1/Account/" + account_.id + "/Message/",
          "application/json",
          body.dump(-1, ' ', false, json::error_handler_t::replace),
          {{"Authorization", "Basic " + base64(account_.id + ":" + token)}}};
}

tl::expected<std::string, bot::SendError> Plivo::taken(const HttpResponse& response) const {
  const auto body = gateway_json(response.body);
  const auto& id = first(member(body, "message_uuid"));
  if (response.status == 202 && id.is_string()) return id.get<std::string>();
  const auto code = word(body, "error_code");
  return tl::unexpected(not_taken(response, code));
}

}  // namespace tulay::sms
