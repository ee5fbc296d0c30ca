#include "bot/engine/case_answer.hpp"

#include <algorithm>

#include "bot/engine/case_file.hpp"
#include "bot/engine/case_timeline.hpp"

namespace tulay::bot {
namespace {

using knowledge::HandoffLevel;

Outcome outcome_of(CaseTurnKind kind) {
  switch (kind) {
    case CaseTurnKind::shown:
      return Outcome::own_case;
    case CaseTurnKind::unavailable:
    case CaseTurnKind::locked:
      return Outcome::handoff;
    case CaseTurnKind::logged_out:
      return Outcome::notice;
    default:
      return Outcome::ask;
  }
}

std::string_view phrase_of(CaseTurnKind kind) {
  switch (kind) {
    case CaseTurnKind::code_sent:
      return "case_code_sent";
    case CaseTurnKind::wrong_code:
      return "case_code_wrong";
    case CaseTurnKind::second_fact:
      return "case_second_fact";
    case CaseTurnKind::locked:
      return "case_locked";
    case CaseTurnKind::unavailable:
      return "case_unavailable";
    case CaseTurnKind::logged_out:
      return "case_logged_out";
    case CaseTurnKind::in_frame:
      return "case_in_frame";
    default:
      return "case_key";
  }
}

bool asks_for_code(CaseTurnKind kind) {
  return kind == CaseTurnKind::code_sent || kind == CaseTurnKind::wrong_code;
}

bool has_answer(const Case& one, std::string_view question) {
  if (question == "case_parole_expiry") return one.parole_ends.has_value();
  if (question == "case_next_date") return !one.appointments.empty();
  if (question == "case_documents") return !one.documents.empty();
  if (question == "receipt_lookup") return has_receipt(one);
  return true;
}

/// The cases that the question may mean: the one chosen, else those of which something can be told, if any.
std::vector<Case> meant(const CaseTurn& turn) {
  auto cases = turn.cases;
  if (!turn.chosen.empty()) std::erase_if(cases, [&](const Case& c) { return c.number != turn.chosen; });
  const auto has = [&](const Case& one) { return has_answer(one, turn.question); };
  if (std::any_of(cases.begin(), cases.end(), has))
    std::erase_if(cases, [&](const Case& c) { return !has(c); });
  return cases;
}

std::string choice(const std::vector<Case>& cases, CaseFile& file) {
  std::string text = file.phrase("case_choose");
  for (const auto& one : cases) text.append("\n- ").append(file.line(one));
  return text;
}

void tell_cases(const CaseTurn& turn, const Setting& setting, CaseFile& file, Reply& reply) {
  if (turn.just_verified) file.say("case_verified");
  const auto cases = meant(turn);
  if (cases.empty()) return file.say("case_nothing");
  if (cases.size() == 1 || turn.question == "case_contact") {
    if (turn.question == "case_status") reply.case_card = card_of(cases.front(), setting);
    return file.tell(cases.front(), turn.question);
  }
  file.add(choice(cases, file));
  for (const auto& one : cases) {
    if (reply.suggestions.size() < setting.offered_at_most)
      reply.suggestions.push_back({one.number, one.number, turn.question});
  }
}

}  // namespace

Spoken speak_case(const CaseTurn& turn, const Step& step, const Setting& setting) {
  Spoken out;
  out.reply.intent = turn.question;
  out.reply.confidence = step.confidence;
  out.reply.outcome = outcome_of(turn.kind);
  out.reply.field = asks_for_code(turn.kind) ? Field::code : Field::none;
  out.reply.in_frame = turn.kind == CaseTurnKind::in_frame;
  CaseFile file(setting);
  if (turn.kind == CaseTurnKind::shown)
    tell_cases(turn, setting, file, out.reply);
  else
    file.say(phrase_of(turn.kind));
  out.handoff = std::max(file.level(),
                         out.reply.outcome == Outcome::handoff ? HandoffLevel::normal : HandoffLevel::none);
  out.reply.text = file.text();
  return out;
}

}  // namespace tulay::bot
