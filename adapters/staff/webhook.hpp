#pragma once

#include "adapters/staff/net.hpp"
#include "adapters/staff/way.hpp"
#include "bot/ports/clock.hpp"

namespace tulay::staff {

struct WebhookSettings {
  std::string url;
  std::string secret;
  bool details = false;  // name, contact, message and summary, too: they leave this machine
};

/// What is posted: the same bytes at every attempt.
[[nodiscard]] std::string webhook_body(const bot::OwedNotice& notice, bool details);

/// Posts each request as JSON. Idempotency-Key names it; X-Tulay-Signature is "v1=" and the HMAC of
/// X-Tulay-Timestamp, a point, and the body. Any 2xx means that it was taken.
class Webhook final : public Way {
 public:
  /// Net and clock must outlive it.
  Webhook(WebhookSettings settings, Net& net, const bot::Clock& clock);
  [[nodiscard]] std::string_view name() const override { return "webhook"; }
  [[nodiscard]] tl::expected<void, NotTold> tell(const bot::OwedNotice& notice,
                                                 const std::stop_token& stop) override;

 private:
  WebhookSettings settings_;
  Net& net_;
  const bot::Clock& clock_;
};

}  // namespace tulay::staff
