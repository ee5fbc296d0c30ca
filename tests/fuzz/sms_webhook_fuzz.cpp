// Any bytes as a gateway's webhook: never accepted without its signature, and read or refused when it were.
#include <array>
#include <cstdint>
#include <cstdlib>
#include <memory>
#include <string>
#include <string_view>

#include "adapters/sms/dialect.hpp"

namespace {

using tulay::sms::Dialect;

const std::array<std::unique_ptr<Dialect>, 4>& gateways() {
  static const auto all = [] {
    tulay::sms::Account account;
    account.id = "account";
    account.secrets = {"secret"};
    return std::array{make_dialect("twilio", account), make_dialect("vonage", account),
                      make_dialect("plivo", account), make_dialect("telnyx", account)};
  }();
  return all;
}

tulay::sms::Webhook webhook_of(std::string_view bytes) {
  tulay::sms::Webhook out;
  out.method = "POST";
  out.url = "https://bot.example/sms";
  const auto line = bytes.find('\n');
  const auto head = std::string(bytes.substr(0, line));
  out.body = line == std::string_view::npos ? "" : std::string(bytes.substr(line + 1));
  for (const auto* const name : {"X-Twilio-Signature", "X-Plivo-Signature-V3", "X-Plivo-Signature-V3-Nonce",
                                 "Telnyx-Signature-Ed25519", "Authorization"})
    out.headers.emplace_back(name, head);
  out.headers.emplace_back("Telnyx-Timestamp", "1764000000");
  out.headers.emplace_back("Content-Type", head.empty() || head[0] != '{'
                                               ? "application/x-www-form-urlencoded"
                                               : "application/json");
  return out;
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  const auto webhook = webhook_of({reinterpret_cast<const char*>(data), size});
  for (const auto& gateway : gateways()) {
    if (gateway == nullptr || gateway->verify(webhook, {})) std::abort();
    static_cast<void>(gateway->texts(webhook));
    static_cast<void>(gateway->reports(webhook));
    static_cast<void>(gateway->taken({200, webhook.body}));
  }
  return 0;
}
