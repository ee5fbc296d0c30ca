#include "bot/engine/handoff.hpp"

#include <algorithm>
#include <array>
#include <cstdint>

#include "bot/engine/shape.hpp"

namespace tulay::bot {
namespace {

using knowledge::HandoffLevel;
using knowledge::TopicRequest;

constexpr int misses_before_a_person = 3;
constexpr std::chrono::minutes same_request{10};
constexpr std::chrono::hours request_lasts{24};

TopicRequest request_in(const Said& said, const Snapshot& snapshot) {
  auto request = TopicRequest::none;
  for (const auto& reply : said.replies) {
    const auto* const topic = reply.intent ? snapshot.knowledge.topic(*reply.intent) : nullptr;
    if (topic != nullptr && reply.outcome == Outcome::handoff) request = std::max(request, topic->request);
  }
  return request;
}

bool is_mail_byte(char c) {
  return (c >= '0' && c <= '9') || (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || c == '.' || c == '_' ||
         c == '-' || c == '+';
}

std::string mail_address_in(std::string_view text) {
  const auto at = text.find('@');
  if (at == std::string_view::npos) return {};
  auto begin = at;
  auto end = at + 1;
  while (begin > 0 && is_mail_byte(text[begin - 1])) --begin;
  while (end < text.size() && is_mail_byte(text[end])) ++end;
  while (end > at && text[end - 1] == '.') --end;  // the sentence's
  const auto address = text.substr(begin, end - begin);
  const bool whole = begin < at && address.find('.', at - begin) != std::string_view::npos;
  return whole ? std::string(address) : std::string();
}

std::string contact_in(const Said& said, const Message& message) {
  if (!message.reach_by.empty()) return message.reach_by;
  for (const auto& clause : said.trace.understanding.clauses) {
    for (const auto& slot : clause.slots)
      if (slot.kind == intents::SlotKind::phone) return intents::to_string(slot.value);
  }
  return mail_address_in(message.text);
}

/// A telephone number may be the key to a case instead.
bool identifies(const Session& session) {
  return session.verification.state != VerificationState::none &&
         session.verification.state != VerificationState::verified;
}

HandoffLevel level_of(const Said& said) {
  return std::max(said.handoff ? said.handoff->level : HandoffLevel::none, HandoffLevel::normal);
}

std::optional<HandoffReason> reason_in(const Said& said, const Session& before, const Snapshot& snapshot) {
  const auto request = request_in(said, snapshot);
  if (request == TopicRequest::anger) return HandoffReason::anger;
  if (request == TopicRequest::asked) return HandoffReason::asked;
  if (level_of(said) >= HandoffLevel::now) return HandoffReason::urgent;
  if (said.next.misses == misses_before_a_person && before.misses < misses_before_a_person)
    return HandoffReason::misses;
  return std::nullopt;
}

void set_office_words(const Handoff& handoff, const Firm& firm, Filling& filling, std::string& phrase) {
  const auto now = knowledge::local_time(handoff.at, firm.time_zone);
  phrase = "handoff_next_hours";
  if (!now || !firm.office.known()) return;
  if (firm.office.open_at(*now)) {
    phrase = "handoff_next_open";
  } else if (const auto next = firm.office.next_opening(*now)) {
    phrase = "handoff_next_closed";
    filling.set("next_opening", knowledge::long_form(*next, handoff.language));
  }
}

}  // namespace

std::optional<PersonDue> person_due(const Said& said, const Session& before, const Message& message,
                                    const Snapshot& snapshot) {
  PersonDue due;
  due.level = level_of(said);
  due.reach_by = contact_in(said, message);
  const bool fresh = before.person && message.received < before.person->at + request_lasts;
  const auto reason = reason_in(said, before, snapshot);
  if (!reason) {
    if (!fresh || before.person->reachable || due.reach_by.empty() || identifies(said.next))
      return std::nullopt;
    due.reason = HandoffReason::contact;
    due.level = std::max(due.level, before.person->level);
    return due;
  }
  due.reason = *reason;
  const bool new_contact = fresh && !before.person->reachable && !due.reach_by.empty();
  const bool covered = fresh && before.person->level >= due.level && !new_contact;
  // Somebody in trouble writes on; staff know. Who asks once more after a while is told to them once more.
  if (due.reason == HandoffReason::urgent && covered) return std::nullopt;
  due.again =
      covered && before.person->reason == due.reason && message.received < before.person->at + same_request;
  return due;
}

std::string ticket_number(std::string_view digest) {
  constexpr std::string_view signs = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";  // Crockford: none like another
  constexpr int length = 8;
  std::uint64_t hash = 14695981039346656037ULL;  // FNV-1a
  for (const char c : digest) hash = (hash ^ static_cast<unsigned char>(c)) * 1099511628211ULL;
  hash ^= hash >> 29U;
  std::string number = "H-";
  for (int i = 0; i < length; ++i, hash >>= 5U) number += signs[hash & 31U];
  return number;
}

std::string next_words(const Handoff& handoff, bool reachable, Filling& filling, const Firm& firm) {
  const bool sms = handoff.channel == Channel::sms;
  filling.set("ticket", handoff.ticket);
  if (handoff.reason == HandoffReason::contact) return filling.phrase("handoff_contact_kept", sms);
  if (handoff.level >= HandoffLevel::now) return filling.phrase("handoff_urgent_taken", sms);
  std::string when;
  set_office_words(handoff, firm, filling, when);
  return as_paragraphs({filling.phrase("handoff_taken", sms), filling.phrase(when, sms),
                        reachable ? std::string() : filling.phrase("handoff_leave_contact", sms)},
                       sms);
}

void tell_client(Said& said, const PersonDue& due, const Handoff& handoff, const Snapshot& snapshot,
                 const Firm& firm, knowledge::Date today) {
  Filling filling(snapshot.knowledge, firm, said.next.language, today, {});
  const bool reachable = !due.reach_by.empty() || (said.next.person && said.next.person->reachable) ||
                         !handoff.contact_id.empty();
  const auto words = next_words(handoff, reachable, filling, firm);
  const auto not_understood = [](const Reply& reply) {
    return reply.outcome == Outcome::fallback || reply.outcome == Outcome::clarify;
  };
  if (due.reason == HandoffReason::contact &&
      std::all_of(said.replies.begin(), said.replies.end(), not_understood)) {
    // A bare telephone number was no question.
    Reply kept;
    kept.text = words;
    kept.outcome = Outcome::notice;
    said.replies = {std::move(kept)};
    said.trace.outcomes = {Outcome::notice};
    said.trace.intents = {""};
    said.next.misses = 0;
    said.next.offered.clear();
  } else {
    auto& last = said.replies.back();
    last.text = as_paragraphs({last.text, words}, handoff.channel == Channel::sms);
  }
  if (!said.handoff) {
    said.handoff =
        HandoffNotice{due.level, filling.has("firm.phone") ? firm.values.at("phone")[said.next.language] : "",
                      filling.phrase("handoff_normal", false), std::nullopt};
  }
  said.handoff->ticket = handoff.ticket;
  if (due.again) return;
  const auto level = said.next.person ? std::max(said.next.person->level, due.level) : due.level;
  said.next.person = PersonAsked{due.reason, level, handoff.at, reachable};
}

}  // namespace tulay::bot
