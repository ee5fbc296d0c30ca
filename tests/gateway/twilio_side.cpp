#include <map>
#include <nlohmann/json.hpp>

#include "adapters/sms/signature.hpp"
#include "gateway/side.hpp"

namespace tulay::gateway {
namespace {

using Fields = std::map<std::string, std::string>;

Call twilio_call(const std::string& path, const Fields& fields) {
  auto text = std::string(public_host) + path;
  std::string form;
  for (const auto& [name, value] : fields) {
    text += name + value;
    form += (form.empty() ? "" : "&") + name + "=" + escaped(value);
  }
  const auto signature = sms::base64(sms::hmac(sms::Hash::sha1, secret, text));
  return {path, "application/x-www-form-urlencoded", form, {{"X-Twilio-Signature", signature}}};
}

class Twilio final : public Side {
 public:
  [[nodiscard]] std::string name() const override { return "twilio"; }
  [[nodiscard]] Call text(const Written& text) const override {
    return twilio_call("/sms/twilio", {{"AccountSid", std::string(account)},
                                       {"Body", text.text},
                                       {"From", text.from},
                                       {"MessageSid", text.id},
                                       {"NumMedia", "0"},
                                       {"To", std::string(our_number)}});
  }
  [[nodiscard]] Call report(const Report& report) const override {
    Fields fields{{"AccountSid", std::string(account)},
                  {"MessageSid", report.id},
                  {"MessageStatus", report.arrived ? "delivered" : "undelivered"},
                  {"To", report.to}};
    if (!report.code.empty()) fields["ErrorCode"] = report.code;
    return twilio_call("/sms/twilio/status", fields);
  }
  [[nodiscard]] std::string send_path() const override {
    return "/2010-04-01/Accounts/" + std::string(account) + "/Messages.json";
  }
  [[nodiscard]] std::optional<Sent> read(const httplib::Request& request) const override {
    if (request.get_header_value("Authorization") != basic(std::string(account) + ":" + std::string(secret)))
      return std::nullopt;
    return Sent{"", request.get_param_value("From"), request.get_param_value("To"),
                request.get_param_value("Body")};
  }
  void take(httplib::Response& response, const std::string& id) const override {
    response.status = 201;
    response.set_content(nlohmann::json{{"sid", id}, {"status", "queued"}}.dump(), "application/json");
  }
  void refuse(httplib::Response& response, int status, const std::string& code) const override {
    response.status = status;
    response.set_content(R"({"code":)" + code + R"(,"message":"no"})", "application/json");
  }
  [[nodiscard]] std::string opted_out_code() const override { return "21610"; }
  [[nodiscard]] std::string dead_code() const override { return "30006"; }
};

}  // namespace

std::unique_ptr<Side> twilio_side() { return std::make_unique<Twilio>(); }

}  // namespace tulay::gateway
