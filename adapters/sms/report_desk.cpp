#include "adapters/sms/report_desk.hpp"

#include "adapters/sms/phone_number.hpp"

namespace tulay::sms {
namespace {

using Done = tl::expected<void, bot::StoreError>;

constexpr int most_resent = 2;

// A code has run out by then, a reply's client has asked again.
bool worth_another(const bot::ClaimedText& text) {
  const auto purpose = text.text.purpose;
  return text.attempts < most_resent &&
         (purpose == bot::TextPurpose::handoff || purpose == bot::TextPurpose::reminder);
}

}  // namespace

Done ReportDesk::about_number(const DeliveryReport& report, const CodeRule& rule) const {
  if (!is_subscriber(report.to)) return {};
  if (rule.means == Meaning::dead_number)
    return doors_.deliveries.mark_dead(report.to, report.error_code, doors_.clock.now());
  if (rule.means != Meaning::opted_out && rule.means != Meaning::blocked) return {};
  const auto out = doors_.opt_outs.opt_out(report.to, doors_.clock.now(), bot::OptOutSource::carrier);
  return out ? Done() : Done(tl::unexpected(out.error()));
}

Done ReportDesk::note(const DeliveryReport& report) const {
  const auto now = doors_.clock.now();
  CodeRule rule;
  if (report.status >= DeliveryStatus::undelivered) {
    rule = doors_.codes.find(report.error_code);
    const auto* const what = rule.means == Meaning::alarm
                                 ? "the gateway refuses this account or number, nothing arrives: code "
                                 : "a text of ours did not arrive: code ";
    noted_(what + report.error_code);
    if (auto done = about_number(report, rule); !done) return done;
  }
  const auto moved =
      doors_.deliveries.note({report.provider_message_id, report.status, report.error_code, now});
  if (!moved) return tl::unexpected(moved.error());
  if (!*moved || rule.means != Meaning::once_more || !worth_another(**moved)) return {};
  return doors_.deliveries.again((*moved)->id, now + rule.wait);
}

}  // namespace tulay::sms
