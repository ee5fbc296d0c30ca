#pragma once

#include <functional>
#include <string>
#include <string_view>
#include <tl/expected.hpp>

#include "bot/ports/clock.hpp"
#include "bot/ports/opt_outs.hpp"
#include "bot/ports/outbox.hpp"
#include "bot/ports/sms_gateway.hpp"

namespace tulay::sms {

/// Sends what the outbox owes, one text after the other. A text that may have gone out is never sent again; a
/// one-time code is tried once. Nobody who opted out gets any. For one thread.
class OutboxSender {
 public:
  /// `from`: our number. `zone`: whose clock says when it is too late at night for what nobody asked for.
  /// `failed` hears the code of a text that was not taken, for the log.
  OutboxSender(bot::OutboxDesk& desk, bot::SmsGateway& gateway, bot::OptOuts& opt_outs,
               const bot::Clock& clock, std::string from, std::string zone,
               std::function<void(std::string_view)> failed);

  /// Everything that is due now; how many were sent, or why the store could not be asked.
  [[nodiscard]] tl::expected<int, bot::StoreError> send_due();

 private:
  struct Outcome {
    bot::TextFate fate = bot::TextFate::sent;
    knowledge::Instant due{};
  };
  [[nodiscard]] Outcome send(const bot::ClaimedText& claimed);
  [[nodiscard]] Outcome after(const bot::SendError& error, const bot::ClaimedText& claimed) const;

  bot::OutboxDesk& desk_;
  bot::SmsGateway& gateway_;
  bot::OptOuts& opt_outs_;
  const bot::Clock& clock_;
  std::string from_;
  std::string zone_;
  std::function<void(std::string_view)> failed_;
};

}  // namespace tulay::sms
