#pragma once

#include "adapters/sms/dialect.hpp"
#include "adapters/sms/http_client.hpp"
#include "bot/ports/sms_gateway.hpp"

namespace tulay::sms {

/// Sends texts over the net in a gateway's dialect. May be shared by threads.
class Gateway final : public bot::SmsGateway {
 public:
  /// Both must outlive it.
  Gateway(const Dialect& dialect, HttpClient& client) : dialect_(dialect), client_(client) {}

  [[nodiscard]] tl::expected<std::string, bot::SendError> send(const bot::OutboundText& text) override;

 private:
  const Dialect& dialect_;
  HttpClient& client_;
};

}  // namespace tulay::sms
