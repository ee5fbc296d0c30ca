#include <map>
#include <nlohmann/json.hpp>

#include "adapters/sms/signature.hpp"
#include "gateway/side.hpp"

namespace tulay::gateway {
namespace {

using nlohmann::json;
using Fields = std::map<std::string, std::string>;

std::string form_of(const Fields& fields) {
  std::string form;
  for (const auto& [name, value] : fields) form += (form.empty() ? "" : "&") + name + "=" + escaped(value);
  return form;
}

Call plivo_call(const std::string& path, const Fields& fields) {
  auto base = std::string(public_host) + path + "?";
  for (const auto& [name, value] : fields) base += name + value;
  const auto form = form_of(fields);
  const auto nonce = sms::hex(sms::digest(sms::Hash::sha256, form)).substr(0, 20);
  const auto signature = sms::base64(sms::hmac(sms::Hash::sha256, secret, base + "." + nonce));
  return {path,
          "application/x-www-form-urlencoded",
          form,
          {{"X-Plivo-Signature-V3", signature}, {"X-Plivo-Signature-V3-Nonce", nonce}}};
}

Fields fields_of(const Written& text) {
  return {{"From", text.from.substr(1)},
          {"MessageUUID", text.id},
          {"Text", text.text},
          {"To", std::string(our_number.substr(1))},
          {"Type", "sms"}};
}

class Plivo final : public Side {
 public:
  [[nodiscard]] std::string name() const override { return "plivo"; }
  [[nodiscard]] Call text(const Written& text) const override {
    return plivo_call("/sms/plivo", fields_of(text));
  }
  [[nodiscard]] Call report(const Report& report) const override {
    Fields fields{{"MessageUUID", report.id},
                  {"Status", report.arrived ? "delivered" : "undelivered"},
                  {"To", report.to.substr(1)}};
    if (!report.code.empty()) fields["ErrorCode"] = report.code;
    return plivo_call("/sms/plivo/status", fields);
  }
  [[nodiscard]] std::string send_path() const override {
    return "/v1/Account/" + std::string(account) + "/Message/";
  }
  [[nodiscard]] std::optional<Sent> read(const httplib::Request& request) const override {
    if (request.get_header_value("Authorization") != basic(std::string(account) + ":" + std::string(api_key)))
      return std::nullopt;
    const auto body = json::parse(request.body);
    return Sent{"", body.at("src"), body.at("dst"), body.at("text")};
  }
  void take(httplib::Response& response, const std::string& id) const override {
    response.status = 202;
    response.set_content(json{{"message_uuid", {id}}, {"api_id", "a"}}.dump(), "application/json");
  }
  void refuse(httplib::Response& response, int status, const std::string& code) const override {
    response.status = status;
    response.set_content(json{{"error_code", code}, {"error", "no"}}.dump(), "application/json");
  }
  [[nodiscard]] std::string opted_out_code() const override { return "200"; }
  [[nodiscard]] std::string dead_code() const override { return "70"; }
};

}  // namespace

std::unique_ptr<Side> plivo_side() { return std::make_unique<Plivo>(); }

Call plivo_v2(const Written& text, const std::string& nonce) {
  const std::string path = "/sms/plivo";
  const auto signature =
      sms::base64(sms::hmac(sms::Hash::sha256, secret, std::string(public_host) + path + nonce));
  return {path,
          "application/x-www-form-urlencoded",
          form_of(fields_of(text)),
          {{"X-Plivo-Signature-V2", signature}, {"X-Plivo-Signature-V2-Nonce", nonce}}};
}

}  // namespace tulay::gateway
