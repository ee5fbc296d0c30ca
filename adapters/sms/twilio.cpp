#include "adapters/sms/twilio.hpp"

#include <algorithm>
#include <array>
#include <map>
#include <set>

#include "adapters/sms/characters.hpp"
#include "adapters/sms/form.hpp"
#include "adapters/sms/gateway_json.hpp"
#include "adapters/sms/signature.hpp"
#include "adapters/sms/twiml.hpp"

namespace tulay::sms {
namespace {

// Twilio's servers are inconsistent about the port, so both forms of the URL may have been signed.
std::array<std::string, 2> without_and_with_port(const std::string& url) {
  const auto host = url.find("://") == std::string::npos ? 0 : url.find("://") + 3;
  const auto end = std::min(url.find_first_of("/?#", host), url.size());
  const auto colon = url.substr(0, end).find(':', host);
  if (colon != std::string::npos) return {url.substr(0, colon) + url.substr(end), url};
  const std::string port = url.starts_with("https:") ? ":443" : ":80";
  return {url, url.substr(0, end) + port + url.substr(end)};
}

/// Every name once, in byte order, before each of its distinct values.
std::string signed_parameters(std::string_view form) {
  std::map<std::string, std::set<std::string>> values;
  for (auto& [name, value] : fields_of(form)) values[name].insert(value);
  std::string text;
  for (const auto& [name, distinct] : values) {
    for (const auto& value : distinct) text += name + value;
  }
  return text;
}

bool body_matches_query(const Webhook& webhook) {
  const auto promised = only(fields_of(webhook.query()), "bodySHA256");
  return promised && same(hex(digest(Hash::sha256, webhook.body)), *promised);
}

std::optional<CarrierAction> carrier_action(const Fields& fields) {
  const auto type = only(fields, "OptOutType").value_or("");
  if (type == "STOP") return CarrierAction::stop;
  if (type == "START") return CarrierAction::start;
  if (type == "HELP") return CarrierAction::help;
  return std::nullopt;
}

int count_of(const std::string& digits) {
  return digits.size() == 1 && digits[0] >= '0' && digits[0] <= '9' ? digits[0] - '0'
         : digits.empty()                                           ? 0
                                                                    : 10;
}

DeliveryStatus twilio_status(std::string_view said) {
  if (said == "delivered" || said == "read") return DeliveryStatus::delivered;
  if (said == "undelivered" || said == "partially_delivered") return DeliveryStatus::undelivered;
  if (said == "failed" || said == "canceled") return DeliveryStatus::failed;
  return said == "sent" ? DeliveryStatus::sent : DeliveryStatus::queued;
}

}  // namespace

Verdict Twilio::verify(const Webhook& webhook, knowledge::Instant /*now*/) const {
  const auto signature = webhook.header("X-Twilio-Signature");
  if (!signature || signature->empty()) return tl::unexpected(Refusal::not_signed);
  if (webhook.json() && !body_matches_query(webhook)) return tl::unexpected(Refusal::wrong_signature);
  const auto parameters = webhook.json() ? std::string() : signed_parameters(webhook.body);
  bool good = false;
  for (const auto& url : without_and_with_port(webhook.url))
    good = made_by_one(account_.secrets, Hash::sha1, url + parameters, *signature, base64) || good;
  if (!good) return tl::unexpected(Refusal::wrong_signature);
  // A genuine request of another account means that tokens were mixed up.
  const auto sid = only(fields_of(webhook.body), "AccountSid");
  if (!account_.id.empty() && !webhook.json() && sid != account_.id) return tl::unexpected(Refusal::foreign);
  return Accepted{};
}

tl::expected<std::vector<InboundText>, std::string> Twilio::texts(const Webhook& webhook) const {
  const auto fields = fields_of(webhook.body);
  const auto id = only(fields, "MessageSid");
  const auto from = only(fields, "From");
  const auto to = only(fields, "To");
  const auto body = only(fields, "Body");
  if (!id || id->empty() || !from || !to || !body)
    return tl::unexpected(std::string("MessageSid, From, To and Body must stand there once"));
  if (!is_utf8(*body)) return tl::unexpected(std::string("Body is not UTF-8"));
  const auto media = only(fields, "NumMedia").value_or("");
  return std::vector{InboundText{*id, *from, *to, *body, count_of(media), carrier_action(fields), {}, {}}};
}

tl::expected<std::vector<DeliveryReport>, std::string> Twilio::reports(const Webhook& webhook) const {
  const auto fields = fields_of(webhook.body);
  const auto id = only(fields, "MessageSid");
  const auto said = only(fields, "MessageStatus");
  if (!id || id->empty() || !said)
    return tl::unexpected(std::string("MessageSid and MessageStatus must stand there once"));
  return std::vector{DeliveryReport{*id, only(fields, "To").value_or(""), twilio_status(*said), *said,
                                    only(fields, "ErrorCode").value_or("")}};
}

server::Response Twilio::answer(const std::vector<std::string>& replies) const {
  return {200, "text/xml; charset=utf-8", twiml(replies), {}};
}

HttpRequest Twilio::outgoing(const bot::OutboundText& text) const {
  const auto user = account_.api_key.empty() ? account_.id + ":" + account_.secrets.at(0) : account_.api_key;
  Fields fields{{"To", text.to}, {"From", text.from}, {"Body", text.text}};
  if (!account_.status_url.empty()) fields.emplace_back("StatusCallback", account_.status_url);
  return {
      host_of(account_, "https://api.twilio.com") + "/2010-04-01/Accounts/" + account_.id + "/Messages.json",
      "application/x-www-form-urlencoded",
      form_of(fields),
      {{"Authorization", "Basic " + base64(user)}, {"I-Twilio-Idempotency-Token", text.idempotency_key}}};
}

tl::expected<std::string, bot::SendError> Twilio::taken(const HttpResponse& response) const {
  const auto body = gateway_json(response.body);
  const auto code = word(body, "code");
  if (response.status == 201 && !word(body, "sid").empty()) return word(body, "sid");
  return tl::unexpected(not_taken(response, code));
}

}  // namespace tulay::sms
