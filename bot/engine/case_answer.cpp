#include "bot/engine/case_answer.hpp"

#include <algorithm>

#include "bot/engine/filling.hpp"
#include "bot/engine/shape.hpp"
#include "bot/engine/situation.hpp"

namespace tulay::bot {
namespace {

using knowledge::Date;
using knowledge::HandoffLevel;

class CaseSpeaker {
 public:
  CaseSpeaker(const CaseTurn& turn, const Setting& setting)
      : turn_(turn),
        setting_(setting),
        sms_(setting.session.channel == Channel::sms),
        filling_(setting.snapshot.knowledge, setting.firm, setting.language, setting.today, {}) {}

  Spoken spoken(const Step& step) {
    Spoken out;
    out.reply.intent = turn_.question;
    out.reply.confidence = step.confidence;
    out.reply.outcome = outcome();
    if (turn_.kind == CaseTurnKind::shown)
      file();
    else
      say(phrase_of_kind());
    out.handoff =
        std::max(level_, turn_.kind == CaseTurnKind::unavailable || turn_.kind == CaseTurnKind::locked
                             ? HandoffLevel::normal
                             : HandoffLevel::none);
    out.reply.text = as_paragraphs(paragraphs_, sms_);
    out.reply.suggestions = std::move(choices_);
    return out;
  }

 private:
  [[nodiscard]] Outcome outcome() const {
    switch (turn_.kind) {
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

  [[nodiscard]] std::string_view phrase_of_kind() const {
    switch (turn_.kind) {
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
      default:
        return "case_key";
    }
  }

  void say(std::string_view phrase) { paragraphs_.push_back(filling_.phrase(phrase, sms_)); }
  void set(std::string_view name, std::string value) {
    filling_.set("case." + std::string(name), std::move(value));
  }
  [[nodiscard]] std::string in_words(Date day) const {
    return sms_ ? knowledge::short_form(day, setting_.language)
                : knowledge::long_form(day, setting_.language);
  }
  /// The words for a code of the file; empty when there are none, and then it is not shown.
  [[nodiscard]] std::string word(std::string_view group, const std::string& code) const {
    return setting_.snapshot.knowledge.word(std::string(group) + "." + code, setting_.language).value_or("");
  }

  void file() {
    if (turn_.just_verified) say("case_verified");
    auto cases = turn_.cases;
    if (!turn_.chosen.empty()) std::erase_if(cases, [&](const Case& c) { return c.number != turn_.chosen; });
    if (turn_.question == "case_parole_expiry")
      keep(cases, [](const Case& c) { return c.parole_ends.has_value(); });
    if (turn_.question == "case_next_date")
      keep(cases, [](const Case& c) { return !c.appointments.empty(); });
    if (turn_.question == "case_documents") keep(cases, [](const Case& c) { return !c.documents.empty(); });
    if (turn_.question == "receipt_lookup") keep(cases, [](const Case& c) { return has_receipt(c); });
    if (cases.empty()) return say("case_nothing");
    if (cases.size() > 1 && turn_.question != "case_contact") return choose(cases);
    about(cases.front());
  }

  static bool has_receipt(const Case& one) {
    return std::any_of(one.filings.begin(), one.filings.end(),
                       [](const Filing& f) { return !f.receipt.empty(); });
  }

  /// Those of which something can be told, if there are any.
  template <class Has>
  static void keep(std::vector<Case>& cases, Has has) {
    if (std::any_of(cases.begin(), cases.end(), has))
      std::erase_if(cases, [&](const Case& c) { return !has(c); });
  }

  void name(const Case& one) {
    set("number", one.number);
    set("kind", word("case_kind", one.kind));
    const auto first_name = one.about.substr(0, one.about.find(' '));
    set("about", first_name.empty() ? "" : " (" + first_name + ")");
    if (const auto* const stage = stage_of(one)) set("label", stage->label[setting_.language]);
  }

  [[nodiscard]] const knowledge::CaseStage* stage_of(const Case& one) const {
    const auto* const stage = setting_.snapshot.knowledge.case_stage(one.stage);
    return stage != nullptr ? stage : setting_.snapshot.knowledge.case_stage("unknown");
  }

  void choose(const std::vector<Case>& cases) {
    std::string text = filling_.phrase("case_choose", sms_);
    for (const auto& one : cases) {
      name(one);
      text.append("\n- ").append(filling_.phrase("case_line", sms_));
      if (choices_.size() < setting_.offered_at_most)
        choices_.push_back({one.number, one.number, turn_.question});
    }
    paragraphs_.push_back(std::move(text));
  }

  void about(const Case& one) {
    name(one);
    if (turn_.question == "case_parole_expiry")
      parole(one);
    else if (turn_.question == "case_next_date")
      dates(one);
    else if (turn_.question == "case_documents")
      documents(one);
    else if (turn_.question == "receipt_lookup")
      receipts(one);
    else if (turn_.question == "case_contact")
      attorney(one);
    else
      status(one);
    if (one.as_of && turn_.question != "case_status") {
      set("as_of", in_words(*one.as_of));
      say("case_as_of");
    }
  }

  void status(const Case& one) {
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

  void step(const Case& one) {
    const auto words = word("step", one.next_step);
    if (words.empty()) return;
    set("step", words);
    if (one.next_step_due) set("due", in_words(*one.next_step_due));
    say(one.next_step_due ? "case_step_due" : "case_step");
  }

  void dates(const Case& one) {
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

  void documents(const Case& one) {
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

  void receipts(const Case& one) {
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

  void attorney(const Case& one) {
    if (one.attorney.empty()) return say("case_nothing");
    set("attorney", one.attorney);
    say("case_attorney");
  }

  void parole(const Case& one) {
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

  static constexpr int soon_days = 180;  // case-database.md §8: inside these the end is told with the status

  const CaseTurn& turn_;
  const Setting& setting_;
  bool sms_;
  Filling filling_;
  HandoffLevel level_ = HandoffLevel::none;
  std::vector<std::string> paragraphs_;
  std::vector<Suggestion> choices_;
};

}  // namespace

Spoken speak_case(const CaseTurn& turn, const Step& step, const Setting& setting) {
  return CaseSpeaker(turn, setting).spoken(step);
}

}  // namespace tulay::bot
