#include "adapters/sms/outbox_sender.hpp"

#include <algorithm>
#include <utility>

#include "adapters/sms/transliteration.hpp"

namespace tulay::sms {
namespace {

using bot::TextFate;
using bot::TextPurpose;

constexpr int most_attempts = 6;
constexpr int longest_wait_seconds = 3600;
constexpr int morning = 9;  // local hours between which an unasked text may go (sms.md: quiet hours)
constexpr int evening = 20;
constexpr std::chrono::minutes look_again{15};

}  // namespace

OutboxSender::OutboxSender(bot::OutboxDesk& desk, bot::SmsGateway& gateway, bot::OptOuts& opt_outs,
                           const bot::Clock& clock, std::string from, std::string zone,
                           std::function<void(std::string_view)> failed)
    : desk_(desk),
      gateway_(gateway),
      opt_outs_(opt_outs),
      clock_(clock),
      from_(std::move(from)),
      zone_(std::move(zone)),
      failed_(std::move(failed)) {}

OutboxSender::Outcome OutboxSender::after(const bot::SendError& error,
                                          const bot::ClaimedText& claimed) const {
  failed_(error.code);
  if (error.kind == bot::SendErrorKind::rejected) return {TextFate::failed, {}};
  if (error.kind == bot::SendErrorKind::unknown) return {TextFate::unknown, {}};
  if (claimed.text.purpose == TextPurpose::code || claimed.attempts + 1 >= most_attempts)
    return {TextFate::failed, {}};
  const int wait = std::min(error.retry_after << std::min(claimed.attempts, 6), longest_wait_seconds);
  return {TextFate::later, clock_.now() + std::chrono::seconds(wait)};
}

OutboxSender::Outcome OutboxSender::send(const bot::ClaimedText& claimed) {
  const auto now = clock_.now();
  const auto& text = claimed.text;
  if (text.useless_after.time_since_epoch().count() > 0 && now > text.useless_after)
    return {TextFate::useless, {}};
  if (text.purpose == TextPurpose::reminder) {
    const auto hour = knowledge::hour_in_zone(now, zone_);
    if (!hour || *hour < morning || *hour >= evening) return {TextFate::later, now + look_again};
  }
  const auto out = opt_outs_.is_opted_out(text.to);
  if (!out) return {TextFate::later, now + look_again};
  if (*out) return {TextFate::useless, {}};
  const auto taken = gateway_.send({from_, text.to, in_gsm7(text.text), text.key});
  return taken ? Outcome{TextFate::sent, {}} : after(taken.error(), claimed);
}

tl::expected<int, bot::StoreError> OutboxSender::send_due() {
  int sent = 0;
  while (true) {
    const auto claimed = desk_.claim(clock_.now());
    if (!claimed) return tl::unexpected(claimed.error());
    if (!*claimed) return sent;
    const auto outcome = send(**claimed);
    if (auto settled = desk_.settle((*claimed)->id, outcome.fate, outcome.due); !settled)
      return tl::unexpected(settled.error());
    sent += outcome.fate == TextFate::sent ? 1 : 0;
  }
}

}  // namespace tulay::sms
