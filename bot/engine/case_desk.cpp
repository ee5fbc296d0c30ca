#include "bot/engine/case_desk.hpp"

#include <algorithm>
#include <optional>

#include "bot/engine/filling.hpp"

namespace tulay::bot {
namespace {

using intents::SlotKind;

constexpr std::string_view log_out = "log_out";  // the concept of these words
constexpr int code_useless_after_minutes = 5;

std::optional<CaseKey> key_in(const Heard& heard) {
  if (auto receipt = heard.slot(SlotKind::receipt_number); !receipt.empty())
    return CaseKey{CaseKeyKind::receipt_number, std::move(receipt)};
  if (auto number = heard.slot(SlotKind::case_number); !number.empty())
    return CaseKey{CaseKeyKind::case_number, std::move(number)};
  if (auto phone = heard.slot(SlotKind::phone); !phone.empty())
    return CaseKey{CaseKeyKind::phone, std::move(phone)};
  return std::nullopt;
}

std::optional<int> year_in(std::string_view text) {
  constexpr std::size_t digits = 4;
  for (std::size_t i = 0; i < text.size();) {
    std::size_t end = i;
    while (end < text.size() && text[end] >= '0' && text[end] <= '9') ++end;
    if (end - i == digits) return std::stoi(std::string(text.substr(i, digits)));
    i = std::max(end, i + 1);
  }
  return std::nullopt;
}

std::string question_in(const Heard& heard, const Snapshot& snapshot) {
  for (const auto& step : heard.steps) {
    const auto* const topic = snapshot.knowledge.topic(step.intent);
    if (step.kind == StepKind::answer && topic != nullptr && topic->reads_case) return step.intent;
  }
  return {};
}

CaseTurnKind kind_of(IdentityStep step) {
  switch (step) {
    case IdentityStep::code_sent:
      return CaseTurnKind::code_sent;
    case IdentityStep::wrong:
      return CaseTurnKind::wrong_code;
    case IdentityStep::second_fact:
      return CaseTurnKind::second_fact;
    case IdentityStep::locked:
      return CaseTurnKind::locked;
    case IdentityStep::verified:
      break;
  }
  return CaseTurnKind::shown;
}

/// The last line of a text with a code: browsers fill the code in on pages of that host alone.
std::string bound_to_host(const Firm& firm, const std::string& code) {
  const auto host = firm.values.find("chat_host");
  return host == firm.values.end() ? "" : "\n\n@" + host->second.en + " #" + code;
}

}  // namespace

CaseTurn sent_to_frame(const Heard& heard, const Snapshot& snapshot, const Session& session) {
  CaseTurn turn;
  turn.next = session.verification;
  const auto asked = question_in(heard, snapshot);
  if (asked.empty()) return turn;
  turn.kind = CaseTurnKind::in_frame;
  turn.question = asked;
  return turn;
}

struct CaseDesk::Visit {
  const Heard& heard;
  const Snapshot& snapshot;
  const Session& session;
  const Message& message;
  knowledge::Date today{};
  CaseTurn turn;
};

CaseDesk::CaseDesk(const CaseDirectory& directory, Identity& identity, Outbox& outbox, AuditLog& audit,
                   const Firm& firm)
    : directory_(directory), identity_(identity), outbox_(outbox), audit_(audit), firm_(firm) {}

tl::expected<void, StoreError> CaseDesk::note(const Visit& visit, std::string event, std::string contact_id) {
  AuditEntry entry{visit.message.received, visit.session.channel, visit.session.id,
                   std::move(event),       std::move(contact_id), {},
                   visit.turn.question};
  entry.cases.reserve(visit.turn.cases.size());
  for (const auto& one : visit.turn.cases) entry.cases.push_back(one.number);
  return audit_.append(entry);
}

void CaseDesk::take_proof(Visit& visit) const {
  auto& turn = visit.turn;
  const auto now = visit.message.received;
  if (turn.next.state == VerificationState::code_sent) {
    const auto code = visit.heard.slot(SlotKind::code);
    if (code.empty()) return;
    turn.kind = kind_of(identity_.check_code(code, visit.session, now, turn.next));
  } else if (turn.next.state == VerificationState::second_fact) {
    const auto year = year_in(visit.message.text);
    if (!year) return;
    turn.kind = kind_of(identity_.check_year(*year, visit.session, now, turn.next));
  }
  turn.just_verified = turn.kind != CaseTurnKind::none && turn.next.state == VerificationState::verified;
}

tl::expected<void, StoreError> CaseDesk::begin(Visit& visit, const CaseKey& key) {
  const auto found = directory_.contacts(key);
  if (!found) {
    visit.turn.kind = CaseTurnKind::unavailable;
    return {};
  }
  CodeToSend send;
  const auto step = identity_.begin(*found, visit.session, visit.message.client_block, visit.message.received,
                                    visit.today, visit.turn.next, send);
  if (!step) return tl::unexpected(step.error());
  visit.turn.kind = kind_of(*step);
  // Someone unknown costs an empty text and the same line in the audit, so that time tells nothing.
  Filling filling(visit.snapshot.knowledge, firm_, visit.session.language, visit.today, {});
  filling.set("case.code", send.code);
  const auto until = visit.message.received + std::chrono::minutes(code_useless_after_minutes);
  const QueuedText text{send.phone,
                        filling.phrase("case_code_text", true) + bound_to_host(firm_, send.code),
                        visit.session.id + "-" + std::to_string(visit.session.turns),
                        TextPurpose::code,
                        visit.message.received,
                        until};
  if (auto queued = outbox_.queue(text); !queued) return queued;
  return note(visit, "code_asked", send.phone.empty() ? "" : visit.turn.next.found.front());
}

tl::expected<void, StoreError> CaseDesk::look_up(Visit& visit, const Verified& who) {
  auto cases = directory_.cases(who, visit.today);
  visit.turn.kind = cases ? CaseTurnKind::shown : CaseTurnKind::unavailable;
  if (cases) visit.turn.cases = std::move(*cases);
  return note(visit, cases ? "shown" : "unavailable", who.contact_id());
}

tl::expected<CaseTurn, StoreError> CaseDesk::serve(const Heard& heard, const Snapshot& snapshot,
                                                   const Session& session, const Message& message,
                                                   knowledge::Date today) {
  Visit visit{heard, snapshot, session, message, today, {}};
  auto& turn = visit.turn;
  turn.next = session.verification;
  const auto asked = question_in(heard, snapshot);
  const auto key = key_in(heard);
  // A bare receipt number reads as a question about receipts; who was asked for a key has asked something
  // else.
  const bool answers_us = key && !turn.next.pending.empty() && turn.next.state != VerificationState::none &&
                          turn.next.state != VerificationState::verified;
  if (!asked.empty() && !answers_us) turn.next.pending = asked;
  if (!turn.next.pending.empty()) turn.question = turn.next.pending;

  const bool known_before = identity_.verified(session.channel, message.received, turn.next).has_value();
  if (heard.slot(SlotKind::wish) == log_out && turn.next.state != VerificationState::none) {
    turn.next = {};
    turn.kind = CaseTurnKind::logged_out;
    if (auto noted = note(visit, "logged_out", session.verification.contact_id); !noted)
      return tl::unexpected(noted.error());
    return turn;
  }
  take_proof(visit);
  if (turn.kind != CaseTurnKind::none && !turn.just_verified) {
    if (auto noted = note(visit, "proof_refused", ""); !noted) return tl::unexpected(noted.error());
    return turn;
  }
  const auto who = identity_.verified(session.channel, message.received, turn.next);
  tl::expected<void, StoreError> noted;
  if (who && (turn.just_verified || !asked.empty() || (known_before && key))) {
    if (key && key->kind == CaseKeyKind::case_number) turn.chosen = key->value;
    noted = look_up(visit, *who);
  } else if (!who && key && (!asked.empty() || turn.next.state != VerificationState::none)) {
    noted = begin(visit, *key);
  } else if (!who && !asked.empty()) {
    turn.kind = CaseTurnKind::ask_key;
    turn.next.state = VerificationState::asked;
  }
  if (!noted) return tl::unexpected(noted.error());
  return turn;
}

}  // namespace tulay::bot
