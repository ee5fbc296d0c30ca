#include "adapters/sms/dialect.hpp"

#include <algorithm>
#include <utility>

#include "adapters/sms/plivo.hpp"
#include "adapters/sms/telnyx.hpp"
#include "adapters/sms/twilio.hpp"
#include "adapters/sms/vonage.hpp"

namespace tulay::sms {

std::string host_of(const Account& account, std::string_view usual) {
  return account.api_url.empty() ? std::string(usual) : account.api_url;
}

bot::SendError not_taken(const HttpResponse& response, std::string code) {
  if (response.status == 429)
    return {bot::SendErrorKind::later, std::move(code), std::max(1, response.retry_after)};
  const bool refused = response.status >= 400 && response.status < 500;
  return {refused ? bot::SendErrorKind::rejected : bot::SendErrorKind::unknown, std::move(code), 60};
}

std::unique_ptr<Dialect> make_dialect(std::string_view gateway, Account account) {
  if (gateway == "twilio") return std::make_unique<Twilio>(std::move(account));
  if (gateway == "telnyx") return std::make_unique<Telnyx>(std::move(account));
  if (gateway == "vonage") return std::make_unique<Vonage>(std::move(account));
  if (gateway == "plivo") return std::make_unique<Plivo>(std::move(account));
  return nullptr;
}

}  // namespace tulay::sms
