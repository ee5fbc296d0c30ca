#include "adapters/sms/gateway.hpp"

namespace tulay::sms {

tl::expected<std::string, bot::SendError> Gateway::send(const bot::OutboundText& text) {
  const auto response = client_.post(dialect_.outgoing(text));
  if (!response) {
    using bot::SendErrorKind;
    const auto kind = response.error().perhaps_taken ? SendErrorKind::unknown : SendErrorKind::later;
    return tl::unexpected(bot::SendError{kind, response.error().why, 30});
  }
  return dialect_.taken(*response);
}

}  // namespace tulay::sms
