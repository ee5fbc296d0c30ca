#include "bot/engine/identity.hpp"

#include <algorithm>
#include <cstdio>

namespace tulay::bot {
namespace {

constexpr std::uint32_t codes = 1'000'000;

std::string six_digits(std::uint32_t number) {
  std::string text = std::to_string(number);
  return std::string(6 - text.size(), '0') + text;
}

bool same(std::string_view a, std::string_view b) {
  unsigned difference = a.size() == b.size() ? 0 : 1;
  for (std::size_t i = 0; i < std::min(a.size(), b.size()); ++i)
    difference |= static_cast<unsigned>(static_cast<unsigned char>(a[i]) ^ static_cast<unsigned char>(b[i]));
  return difference == 0;
}

bool reachable(const ContactMatch& match, knowledge::Date today, int fresh_days) {
  if (!match.phone || match.restriction == ContactRestriction::no_bot ||
      match.restriction == ContactRestriction::no_text)
    return false;
  return !match.phone_changed_on || knowledge::days_between(*match.phone_changed_on, today) > fresh_days;
}

}  // namespace

Identity::Identity(Entropy& entropy, CodeLedger& ledger, IdentitySettings settings)
    : entropy_(entropy), ledger_(ledger), settings_(settings) {}

std::string Identity::year_digest(int year, const Session& session) const {
  return entropy_.keyed_digest(std::to_string(year) + session.id);
}

tl::expected<IdentityStep, StoreError> Identity::begin(const std::vector<ContactMatch>& found,
                                                       const Session& session, const std::string& client,
                                                       knowledge::Instant now, knowledge::Date today,
                                                       Verification& next, CodeToSend& send) {
  const std::string code = six_digits(entropy_.below(codes));
  const int codes_before = next.codes;
  const std::string pending = next.pending;
  next = {};
  next.pending = pending;
  next.codes = codes_before + 1;
  if (next.codes > settings_.codes) return IdentityStep::locked;
  next.state = VerificationState::code_sent;
  next.until = now + std::chrono::minutes(settings_.code_minutes);
  next.code_digest = entropy_.keyed_digest(code + session.id);
  for (const auto& match : found) {
    if (!reachable(match, today, settings_.fresh_phone_days)) continue;
    if (!send.phone.empty() && *match.phone != send.phone) continue;
    send.phone = *match.phone;
    next.found.push_back(match.contact_id);
    next.years.push_back(year_digest(match.birth_year.value_or(0), session));
  }
  const CodeAsked asked{send.phone.empty() ? "" : entropy_.keyed_digest(send.phone), client, now};
  const auto sends = ledger_.take(asked, settings_.sends);
  if (!sends) return tl::unexpected(sends.error());
  if (!*sends) send.phone.clear();
  if (!send.phone.empty()) send.code = code;
  return IdentityStep::code_sent;
}

IdentityStep Identity::check_code(std::string_view code, const Session& session, knowledge::Instant now,
                                  Verification& next) const {
  const bool right = same(entropy_.keyed_digest(std::string(code) + session.id), next.code_digest);
  ++next.tries;
  if (now > next.until || next.tries > settings_.tries || next.found.empty() || !right) {
    if (next.tries < settings_.tries && now <= next.until) return IdentityStep::wrong;
    const Verification over = next;
    next = {};
    next.state = VerificationState::asked;
    next.pending = over.pending;
    next.codes = over.codes;
    return over.codes >= settings_.codes ? IdentityStep::locked : IdentityStep::wrong;
  }
  next.code_digest.clear();
  next.tries = 0;
  // A number that a text claims to come from proves nothing, and a phone may be shared.
  if (session.channel == Channel::sms || next.found.size() > 1) {
    next.state = VerificationState::second_fact;
    return IdentityStep::second_fact;
  }
  next.state = VerificationState::verified;
  next.contact_id = next.found.front();
  next.found.clear();
  next.years.clear();
  next.since = next.last_used = now;
  return IdentityStep::verified;
}

IdentityStep Identity::check_year(int year, const Session& session, knowledge::Instant now,
                                  Verification& next) const {
  std::optional<std::string> one;
  const auto said = year_digest(year, session);
  for (std::size_t i = 0; i < next.found.size(); ++i) {
    if (same(next.years[i], said)) one = one ? std::string() : next.found[i];
  }
  const Verification before = next;
  next = {};
  next.pending = before.pending;
  next.codes = before.codes;
  if (!one || one->empty()) return IdentityStep::locked;
  next.state = VerificationState::verified;
  next.contact_id = *one;
  next.since = next.last_used = now;
  return IdentityStep::verified;
}

std::optional<Verified> Identity::verified(Channel channel, knowledge::Instant now,
                                           Verification& next) const {
  if (next.state != VerificationState::verified) return std::nullopt;
  const std::chrono::minutes idle(channel == Channel::sms ? settings_.idle_minutes_sms
                                                          : settings_.idle_minutes_web);
  if (now - next.last_used > idle || now - next.since > std::chrono::minutes(settings_.longest_minutes)) {
    next = {};
    return std::nullopt;
  }
  next.last_used = now;
  return Verified(next.contact_id);
}

Verified Identity::vouched_for_by_staff(std::string contact_id) { return Verified(std::move(contact_id)); }

}  // namespace tulay::bot
