#include <nlohmann/json.hpp>

#include "adapters/sms/signature.hpp"
#include "gateway/side.hpp"

namespace tulay::gateway {
namespace {

using nlohmann::json;

std::string without_plus(std::string_view number) { return std::string(number.substr(1)); }

Call vonage_call(const std::string& path, const json& message) {
  const auto body = message.dump();
  const json claims{{"iat", now_seconds()},
                    {"jti", sms::hex(sms::digest(sms::Hash::sha256, body)).substr(0, 16)},
                    {"iss", "Vonage"},
                    {"api_key", account},
                    {"payload_hash", sms::hex(sms::digest(sms::Hash::sha256, body))}};
  const auto token =
      sms::base64url(json{{"alg", "HS256"}, {"typ", "JWT"}}.dump()) + "." + sms::base64url(claims.dump());
  return {path,
          "application/json",
          body,
          {{"Authorization",
            "Bearer " + token + "." + sms::base64url(sms::hmac(sms::Hash::sha256, secret, token))}}};
}

class Vonage final : public Side {
 public:
  [[nodiscard]] std::string name() const override { return "vonage"; }
  [[nodiscard]] Call text(const Written& text) const override {
    return vonage_call("/sms/vonage", {{"channel", "sms"},
                                       {"message_uuid", text.id},
                                       {"from", without_plus(text.from)},
                                       {"to", without_plus(our_number)},
                                       {"text", text.text},
                                       {"timestamp", iso_time(text.at_ms)},
                                       {"message_type", "text"}});
  }
  [[nodiscard]] Call report(const Report& report) const override {
    json message{{"channel", "sms"},
                 {"message_uuid", report.id},
                 {"to", without_plus(report.to)},
                 {"from", without_plus(our_number)},
                 {"status", report.arrived ? "delivered" : "undeliverable"}};
    if (!report.code.empty()) message["error"] = {{"title", report.code}};
    return vonage_call("/sms/vonage/status", message);
  }
  [[nodiscard]] std::string send_path() const override { return "/v1/messages"; }
  [[nodiscard]] std::optional<Sent> read(const httplib::Request& request) const override {
    if (request.get_header_value("Authorization") != basic(std::string(account) + ":" + std::string(api_key)))
      return std::nullopt;
    const auto body = json::parse(request.body);
    if (body.at("channel") != "sms" || body.at("message_type") != "text") return std::nullopt;
    return Sent{"", "+" + body.at("from").get<std::string>(), "+" + body.at("to").get<std::string>(),
                body.at("text")};
  }
  void take(httplib::Response& response, const std::string& id) const override {
    response.status = 202;
    response.set_content(json{{"message_uuid", id}}.dump(), "application/json");
  }
  void refuse(httplib::Response& response, int status, const std::string& code) const override {
    response.status = status;
    response.set_content(json{{"title", code}, {"detail", "no"}}.dump(), "application/json");
  }
  [[nodiscard]] std::string opted_out_code() const override { return "1420"; }
  [[nodiscard]] std::string dead_code() const override { return "1300"; }
};

}  // namespace

std::unique_ptr<Side> vonage_side() { return std::make_unique<Vonage>(); }

}  // namespace tulay::gateway
