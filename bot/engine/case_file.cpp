#include "bot/engine/case_file.hpp"

#include <algorithm>

#include "bot/engine/shape.hpp"
#include "bot/engine/situation.hpp"

namespace tulay::bot {
namespace {

using knowledge::HandoffLevel;

constexpr int soon_days = 180;  // case-database.md §8: inside these the end is told with the status

}  // namespace

bool has_receipt(const Case& one) {
  return std::any_of(one.filings.begin(), one.filings.end(),
                     [](const Filing& f) { return !f.receipt.empty(); });
}

CaseFile::CaseFile(const Setting& setting)
    : setting_(setting),
      sms_(setting.session.channel == Channel::sms),
      filling_(setting.snapshot.knowledge, setting.firm, setting.language, setting.today, {}) {}

void CaseFile::say(std::string_view phrase) { paragraphs_.push_back(filling_.phrase(phrase, sms_)); }

void CaseFile::set(std::string_view name, std::string value) {
  filling_.set("case." + std::string(name), std::move(value));
}

std::string CaseFile::in_words(knowledge::Date day) const {
  return sms_ ? knowledge::short_form(day, setting_.language) : knowledge::long_form(day, setting_.language);
}

// The words for a code of the file; empty when there are none, and then it is not shown.
std::string CaseFile::word(std::string_view group, const std::string& code) const {
  return setting_.snapshot.knowledge.word(std::string(group) + "." + code, setting_.language).value_or("");
}

std::string CaseFile::text() const { return as_paragraphs(paragraphs_, sms_); }

std::string CaseFile::line(const Case& one) {
  name(one);
  return filling_.phrase("case_line", sms_);
}

void CaseFile::name(const Case& one) {
  set("number", one.number);
  set("kind", word("case_kind", one.kind));
  const auto first_name = one.about.substr(0, one.about.find(' '));
  set("about", first_name.empty() ? "" : " (" + first_name + ")");
  if (const auto* const stage = stage_of(one)) set("label", stage->label[setting_.language]);
}

const knowledge::CaseStage* CaseFile::stage_of(const Case& one) const {
  const auto* const stage = setting_.snapshot.knowledge.case_stage(one.stage);
  return stage != nullptr ? stage : setting_.snapshot.knowledge.case_stage("unknown");
}

void CaseFile::tell(const Case& one, std::string_view question) {
  name(one);
  if (question == "case_parole_expiry")
    parole(one);
  else if (question == "case_next_date")
    dates(one);
  else if (question == "case_documents")
    documents(one);
  else if (question == "receipt_lookup")
    receipts(one);
  else if (question == "case_contact")
    attorney(one);
  else
    status(one);
  if (one.as_of && question != "case_status") {
    set("as_of", in_words(*one.as_of));
    say("case_as_of");
  }
}

void CaseFile::status(const Case& one) {
  const auto* const stage = stage_of(one);
  if (stage == nullptr) return say("case_nothing");
  say("case_line");
  set("means", stage->means[setting_.language]);
  set("next", stage->next[setting_.language]);
  say("case_stage");
  step(one);
  if (!one.documents.empty()) documents(one);
  if (one.parole_ends && *one.parole_ends <= knowledge::plus_days(setting_.today, soon_days)) parole(one);
  if (one.stage_since && one.as_of) {
    set("since", in_words(*one.stage_since));
    set("as_of", in_words(*one.as_of));
    say("case_since");
  }
  if (stage->worry) {
    say("case_person");
    level_ = std::max(level_, HandoffLevel::normal);
  }
}

void CaseFile::step(const Case& one) {
  const auto words = word("step", one.next_step);
  if (words.empty()) return;
  set("step", words);
  if (one.next_step_due) set("due", in_words(*one.next_step_due));
  say(one.next_step_due ? "case_step_due" : "case_step");
}

void CaseFile::dates(const Case& one) {
  if (one.appointments.empty()) say("case_no_date");
  for (const auto& appointment : one.appointments) {
    const auto words = word("appointment", appointment.kind);
    if (words.empty()) continue;
    set("appointment", words);
    set("day", in_words(appointment.day));
    set("time", appointment.time);
    set("place", sms_ || appointment.place.empty() ? "" : ", " + appointment.place);
    say("case_appointment");
  }
  step(one);
}

void CaseFile::documents(const Case& one) {
  std::string list;
  for (const auto& request : one.documents) {
    auto words = word("document", request.document);
    if (words.empty()) continue;
    const auto with = [&](std::string_view phrase) {
      set("document", words);
      words = filling_.phrase(phrase, sms_);
    };
    if (request.rejected) with("case_document_again");
    if (request.needed_by) {
      set("due", in_words(*request.needed_by));
      with("case_document_by");
    }
    if (!list.empty()) list += "; ";
    list += words;
  }
  if (list.empty()) return say("case_documents_none");
  set("documents", list);
  say("case_documents_needed");
}

void CaseFile::receipts(const Case& one) {
  if (!has_receipt(one)) return say("case_no_receipt");
  for (const auto& filing : one.filings) {
    if (filing.receipt.empty()) continue;
    set("form", filing.form);
    set("receipt",
        sms_ ? filing.receipt.substr(0, 3) + "..." + filing.receipt.substr(filing.receipt.size() - 4)
             : filing.receipt);
    say("case_receipt");
  }
}

void CaseFile::attorney(const Case& one) {
  if (one.attorney.empty()) return say("case_nothing");
  set("attorney", one.attorney);
  say("case_attorney");
}

void CaseFile::parole(const Case& one) {
  const auto source = word("parole_source", one.parole_ends_source);
  if (!one.parole_ends || source.empty()) return say("case_no_parole");
  set("ends", in_words(*one.parole_ends));
  set("ends_source", source);
  say("case_parole_ends");
  const auto situation = situation_of(*one.parole_ends, setting_.today);
  level_ = std::max(level_, situation.handoff);
  filling_.set("days", std::to_string(situation.days));
  filling_.set("date", in_words(*one.parole_ends));
  say(situation.phrase);
}

}  // namespace tulay::bot
