#pragma once

#include "adapters/sms/dialect.hpp"

namespace tulay::sms {

/// Twilio: forms signed with HMAC-SHA1, replies as TwiML in the answer (sms.md, section 2).
class Twilio final : public Dialect {
 public:
  explicit Twilio(Account account) : account_(std::move(account)) {}

  [[nodiscard]] std::string_view name() const override { return "twilio"; }
  [[nodiscard]] bool uses_get() const override { return false; }
  [[nodiscard]] Verdict verify(const Webhook& webhook, knowledge::Instant now) const override;
  [[nodiscard]] tl::expected<std::vector<InboundText>, std::string> texts(
      const Webhook& webhook) const override;
  [[nodiscard]] tl::expected<std::vector<DeliveryReport>, std::string> reports(
      const Webhook& webhook) const override;
  [[nodiscard]] bool replies_in_answer() const override { return true; }
  [[nodiscard]] server::Response answer(const std::vector<std::string>& replies) const override;
  [[nodiscard]] HttpRequest outgoing(const bot::OutboundText& text) const override;
  [[nodiscard]] tl::expected<std::string, bot::SendError> taken(const HttpResponse& response) const override;

 private:
  Account account_;
};

}  // namespace tulay::sms
