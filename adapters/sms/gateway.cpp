#include "adapters/sms/gateway.hpp"

namespace tulay::sms {

tl::expected<std::string, bot::SendError> Gateway::send(const bot::OutboundText& text) {
  const auto response = client_.post(dialect_.outgoing(text));
  if (!response) return tl::unexpected(bot::SendError{bot::SendErrorKind::unknown, response.error(), 60});
  return dialect_.taken(*response);
}

}  // namespace tulay::sms
