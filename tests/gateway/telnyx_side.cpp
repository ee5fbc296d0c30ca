#include <sodium.h>

#include <array>
#include <nlohmann/json.hpp>

#include "adapters/sms/signature.hpp"
#include "gateway/side.hpp"

namespace tulay::gateway {
namespace {

using nlohmann::json;

struct Keys {
  std::array<unsigned char, crypto_sign_PUBLICKEYBYTES> open{};
  std::array<unsigned char, crypto_sign_SECRETKEYBYTES> closed{};
};

std::string text_of(const unsigned char* bytes, std::size_t size) {
  return {reinterpret_cast<const char*>(bytes), size};
}

class Telnyx final : public Side {
 public:
  Telnyx() {
    const std::array<unsigned char, crypto_sign_SEEDBYTES> seed{7};
    crypto_sign_seed_keypair(keys_.open.data(), keys_.closed.data(), seed.data());
  }
  [[nodiscard]] std::string name() const override { return "telnyx"; }
  [[nodiscard]] std::string secret_of_customer() const override {
    return sms::base64(text_of(keys_.open.data(), keys_.open.size()));
  }
  [[nodiscard]] Call text(const Written& text) const override {
    return signed_call("/sms/telnyx", {{"event_type", "message.received"},
                                       {"id", "event-" + text.id},
                                       {"payload",
                                        {{"id", text.id},
                                         {"direction", "inbound"},
                                         {"from", {{"phone_number", text.from}}},
                                         {"to", {{{"phone_number", our_number}}}},
                                         {"text", text.text},
                                         {"media", json::array()},
                                         {"received_at", iso_time(text.at_ms)},
                                         {"type", "SMS"}}}});
  }
  [[nodiscard]] Call report(const Report& report) const override {
    auto errors = json::array();
    if (!report.code.empty()) errors.push_back({{"code", report.code}});
    const auto* const status = report.arrived ? "delivered" : "delivery_failed";
    return signed_call("/sms/telnyx/status", {{"event_type", "message.finalized"},
                                              {"payload",
                                               {{"id", report.id},
                                                {"to", {{{"phone_number", report.to}, {"status", status}}}},
                                                {"errors", errors}}}});
  }
  [[nodiscard]] std::string send_path() const override { return "/v2/messages"; }
  [[nodiscard]] std::optional<Sent> read(const httplib::Request& request) const override {
    if (request.get_header_value("Authorization") != "Bearer " + std::string(api_key)) return std::nullopt;
    const auto body = json::parse(request.body);
    return Sent{"", body.at("from"), body.at("to"), body.at("text")};
  }
  void take(httplib::Response& response, const std::string& id) const override {
    response.set_content(json{{"data", {{"id", id}}}}.dump(), "application/json");
  }
  void refuse(httplib::Response& response, int status, const std::string& code) const override {
    response.status = status;
    response.set_content(json{{"errors", {{{"code", code}}}}}.dump(), "application/json");
  }
  [[nodiscard]] std::string opted_out_code() const override { return "40300"; }
  [[nodiscard]] std::string dead_code() const override { return "40001"; }

 private:
  [[nodiscard]] Call signed_call(const std::string& path, json data) const {
    const auto body = json{{"data", std::move(data)}, {"meta", {{"attempt", 1}}}}.dump();
    const auto stamp = std::to_string(now_seconds());
    const auto message = stamp + "|" + body;
    std::array<unsigned char, crypto_sign_BYTES> signature{};
    crypto_sign_detached(signature.data(), nullptr, reinterpret_cast<const unsigned char*>(message.data()),
                         message.size(), keys_.closed.data());
    return {path,
            "application/json",
            body,
            {{"telnyx-timestamp", stamp},
             {"telnyx-signature-ed25519", sms::base64(text_of(signature.data(), signature.size()))}}};
  }
  Keys keys_;
};

}  // namespace

std::unique_ptr<Side> telnyx_side() { return std::make_unique<Telnyx>(); }

}  // namespace tulay::gateway
