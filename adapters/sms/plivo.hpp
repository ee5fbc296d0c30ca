#pragma once

#include "adapters/sms/dialect.hpp"

namespace tulay::sms {

/// Plivo: forms signed with HMAC-SHA256 and a nonce, replies by its API (sms.md, section 5). Its older
/// signature, V2, does not cover the body.
class Plivo final : public Dialect {
 public:
  explicit Plivo(Account account) : account_(std::move(account)) {}

  [[nodiscard]] std::string_view name() const override { return "plivo"; }
  [[nodiscard]] bool uses_get() const override { return true; }
  [[nodiscard]] Verdict verify(const Webhook& webhook, knowledge::Instant now) const override;
  [[nodiscard]] tl::expected<std::vector<InboundText>, std::string> texts(
      const Webhook& webhook) const override;
  [[nodiscard]] tl::expected<std::vector<DeliveryReport>, std::string> reports(
      const Webhook& webhook) const override;
  [[nodiscard]] bool replies_in_answer() const override { return false; }
  [[nodiscard]] server::Response answer(const std::vector<std::string>& replies) const override;
  [[nodiscard]] HttpRequest outgoing(const bot::OutboundText& text) const override;
  [[nodiscard]] tl::expected<std::string, bot::SendError> taken(const HttpResponse& response) const override;

 private:
  Account account_;
};

}  // namespace tulay::sms
