#pragma once

#include <functional>
#include <mutex>
#include <string>
#include <string_view>
#include <tl/expected.hpp>

#include "adapters/sms/error_codes.hpp"
#include "adapters/sms/pace.hpp"
#include "bot/engine/quiet_hours.hpp"
#include "bot/ports/clock.hpp"
#include "bot/ports/deliveries.hpp"
#include "bot/ports/opt_outs.hpp"
#include "bot/ports/outbox.hpp"
#include "bot/ports/sms_gateway.hpp"

namespace tulay::sms {

/// Everything that sending needs; all must outlive it.
struct SendingDoors {
  bot::OutboxDesk& desk;
  bot::SmsGateway& gateway;
  bot::OptOuts& opt_outs;
  bot::Deliveries& deliveries;
  const bot::Clock& clock;
  const ErrorCodes& codes;
  const bot::QuietHours& quiet;
};

/// Sends what the outbox owes. A text that may have gone out is never sent again; a one-time code is tried
/// once. Nobody who opted out gets any, no reminder goes to a number that takes none or at a late hour. May
/// be shared by threads.
class OutboxSender {
 public:
  /// `from`: the number of ours for texts that name none. `failed` hears what went wrong, for the log.
  OutboxSender(const SendingDoors& doors, std::string from, int segments_per_second,
               std::function<void(std::string_view)> failed);

  /// Everything that may go now; how many went, or why the store could not be asked.
  [[nodiscard]] tl::expected<int, bot::StoreError> send_due();

 private:
  using Claimed = tl::expected<std::optional<bot::ClaimedText>, bot::StoreError>;
  [[nodiscard]] Claimed next();
  [[nodiscard]] tl::expected<bool, bot::StoreError> send(const bot::ClaimedText& claimed);
  /// Why the text does not go now, if it does not.
  [[nodiscard]] std::optional<bot::Settlement> held_back(const bot::QueuedText& text) const;
  [[nodiscard]] bot::Settlement after(const bot::SendError& error, const bot::ClaimedText& claimed);
  [[nodiscard]] bot::Settlement later(const bot::SendError& error, const bot::ClaimedText& claimed) const;

  SendingDoors doors_;
  std::string from_;
  Pace pace_;
  std::function<void(std::string_view)> failed_;
  std::mutex choosing_;
  knowledge::Instant rests_until_{};  // after an alarm
};

}  // namespace tulay::sms
