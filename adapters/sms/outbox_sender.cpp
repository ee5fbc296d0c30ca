#include "adapters/sms/outbox_sender.hpp"

#include <algorithm>
#include <utility>

#include "adapters/sms/segments.hpp"
#include "adapters/sms/transliteration.hpp"

namespace tulay::sms {
namespace {

using bot::Settlement;
using bot::TextFate;
using bot::TextPurpose;

constexpr int most_attempts = 6;
constexpr int longest_wait_seconds = 3600;
constexpr std::chrono::minutes look_again{15};
constexpr std::chrono::seconds rest_after_alarm{60};

// An answer comes written as its client gets it.
std::string written(const bot::QueuedText& text) {
  const bool answer = text.purpose == TextPurpose::reply || text.purpose == TextPurpose::farewell;
  return answer ? text.text : in_gsm7(text.text);
}

}  // namespace

OutboxSender::OutboxSender(const SendingDoors& doors, std::string from, int segments_per_second,
                           std::function<void(std::string_view)> failed)
    : doors_(doors), from_(std::move(from)), pace_(segments_per_second), failed_(std::move(failed)) {}

Settlement OutboxSender::later(const bot::SendError& error, const bot::ClaimedText& claimed) const {
  if (claimed.text.purpose == TextPurpose::code || claimed.attempts + 1 >= most_attempts)
    return {TextFate::failed, {}, "", error.code};
  const int wait = std::min(error.retry_after << std::min(claimed.attempts, 6), longest_wait_seconds);
  return {TextFate::later, doors_.clock.now() + std::chrono::seconds(wait), "", error.code};
}

Settlement OutboxSender::after(const bot::SendError& error, const bot::ClaimedText& claimed) {
  const auto now = doors_.clock.now();
  const auto& to = claimed.text.to;
  Settlement never{TextFate::failed, {}, "", error.code};
  failed_("a text was not taken by the gateway: code " + error.code);
  switch (doors_.codes.find(error.code).means) {
    case Meaning::opted_out:
    case Meaning::blocked:
      if (!doors_.opt_outs.opt_out(to, now, bot::OptOutSource::carrier)) failed_("an opt-out was not kept");
      return never;
    case Meaning::dead_number:
      if (!doors_.deliveries.mark_dead(to, error.code, now)) failed_("a dead number was not noted");
      return never;
    case Meaning::permanent:
      return never;
    case Meaning::slow_down:
      return later(error, claimed);
    case Meaning::alarm: {
      failed_("the gateway refuses this account or number, nothing goes out: code " + error.code);
      const std::lock_guard guard(choosing_);
      rests_until_ = now + rest_after_alarm;
      return later(error, claimed);
    }
    case Meaning::once_more:
    case Meaning::not_listed:
      break;
  }
  if (error.kind == bot::SendErrorKind::rejected) return never;
  if (error.kind == bot::SendErrorKind::unknown) return {TextFate::unknown, {}, "", error.code};
  return later(error, claimed);
}

std::optional<Settlement> OutboxSender::held_back(const bot::QueuedText& text) const {
  const auto now = doors_.clock.now();
  if (text.useless_after.time_since_epoch().count() > 0 && now > text.useless_after) {
    if (text.purpose == TextPurpose::reminder) failed_("a reminder came too late and was not sent");
    return Settlement{TextFate::useless, {}, "", "late"};
  }
  if (text.purpose == TextPurpose::reminder) {
    const auto opens = doors_.quiet.opening(text.to, text.zone, now);
    if (!opens) return Settlement{TextFate::useless, {}, "", "zone"};
    if (*opens > now) return Settlement{TextFate::later, *opens, "", "quiet"};
    const auto dead = doors_.deliveries.is_dead(text.to);
    if (!dead) return Settlement{TextFate::later, now + look_again, "", "store"};
    if (*dead) return Settlement{TextFate::useless, {}, "", "dead"};
  }
  const auto out = doors_.opt_outs.is_opted_out(text.to);
  if (!out) return Settlement{TextFate::later, now + look_again, "", "store"};
  if (*out && text.purpose != TextPurpose::farewell)
    return Settlement{TextFate::useless, {}, "", "opted_out"};
  return std::nullopt;
}

// The store's word that a text is nobody else's and our own count of what a number has sent go together.
OutboxSender::Claimed OutboxSender::next() {
  const std::lock_guard guard(choosing_);
  const auto now = doors_.clock.now();
  if (now < rests_until_) return std::nullopt;
  auto resting = pace_.resting(now);
  if (std::find(resting.begin(), resting.end(), from_) != resting.end()) resting.emplace_back();
  auto claimed = doors_.desk.claim(now, resting);
  if (claimed && *claimed) {
    auto& text = (*claimed)->text;
    if (text.from.empty()) text.from = from_;
    text.text = written(text);
    pace_.sends(text.from, measure(text.text).segments, now);
  }
  return claimed;
}

tl::expected<bool, bot::StoreError> OutboxSender::send(const bot::ClaimedText& claimed) {
  const auto& text = claimed.text;
  auto settlement = held_back(text);
  if (!settlement) {
    const auto taken = doors_.gateway.send({text.from, text.to, text.text, text.key});
    settlement = taken ? Settlement{TextFate::sent, {}, *taken, ""} : after(taken.error(), claimed);
  }
  if (auto settled = doors_.desk.settle(claimed.id, *settlement); !settled)
    return tl::unexpected(settled.error());
  return settlement->fate == TextFate::sent;
}

tl::expected<int, bot::StoreError> OutboxSender::send_due() {
  int sent = 0;
  while (true) {
    const auto claimed = next();
    if (!claimed) return tl::unexpected(claimed.error());
    if (!*claimed) return sent;
    const auto went = send(**claimed);
    if (!went) return tl::unexpected(went.error());
    sent += *went ? 1 : 0;
  }
}

}  // namespace tulay::sms
