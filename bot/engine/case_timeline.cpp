#include "bot/engine/case_timeline.hpp"

#include <algorithm>

#include "bot/engine/filling.hpp"

namespace tulay::bot {
namespace {

/// Collects the events of one case.
class Timeline {
 public:
  Timeline(const Case& one, const Setting& setting)
      : one_(one),
        setting_(setting),
        filling_(setting.snapshot.knowledge, setting.firm, setting.language, setting.today, {}) {}

  CaseCard card() {
    const auto& knowledge = setting_.snapshot.knowledge;
    const auto* stage = knowledge.case_stage(one_.stage);
    if (stage == nullptr) stage = knowledge.case_stage("unknown");
    CaseCard card;
    card.number = one_.number;
    if (stage != nullptr) card.status = stage->label[setting_.language];
    set("number", one_.number);
    set("kind", word("case_kind", one_.kind));
    set("about", one_.about.empty() ? "" : " (" + one_.about.substr(0, one_.about.find(' ')) + ")");
    card.title = phrase("case_title");
    if (one_.as_of) {
      set("as_of", knowledge::long_form(*one_.as_of, setting_.language));
      card.note = phrase("case_as_of");
    }
    filings();
    events_.push_back({card.status, one_.stage_since, CaseEventState::now});
    appointments();
    step();
    parole();
    std::stable_sort(events_.begin(), events_.end(),
                     [](const auto& a, const auto& b) { return a.on < b.on; });
    card.timeline = std::move(events_);
    return card;
  }

 private:
  void set(std::string_view name, std::string value) {
    filling_.set("case." + std::string(name), std::move(value));
  }
  std::string phrase(std::string_view id) { return filling_.phrase(id, false); }
  [[nodiscard]] std::string word(std::string_view group, const std::string& code) const {
    return setting_.snapshot.knowledge.word(std::string(group) + "." + code, setting_.language).value_or("");
  }
  void add(std::string label, knowledge::Date on) {
    if (label.empty()) return;
    events_.push_back(
        {std::move(label), on, on < setting_.today ? CaseEventState::done : CaseEventState::ahead});
  }
  // The stage says the same when it began with it.
  [[nodiscard]] bool is_stage(std::string_view stage, knowledge::Date on) const {
    return one_.stage == stage && one_.stage_since == on;
  }
  void filings() {
    for (const auto& filing : one_.filings) {
      set("form", filing.form);
      if (filing.filed && !is_stage("filed", *filing.filed)) add(phrase("case_event_filed"), *filing.filed);
      if (filing.received && !is_stage("received", *filing.received))
        add(phrase("case_event_received"), *filing.received);
    }
  }
  void appointments() {
    for (const auto& appointment : one_.appointments) {
      const auto what = word("appointment", appointment.kind);
      if (!what.empty())
        add(appointment.time.empty() ? what : what + ", " + appointment.time, appointment.day);
    }
  }
  void step() {
    const auto words = word("step", one_.next_step);
    if (words.empty() || !one_.next_step_due) return;
    set("step", words);
    add(phrase("case_event_due"), *one_.next_step_due);
  }
  void parole() {
    const auto source = word("parole_source", one_.parole_ends_source);
    if (source.empty() || !one_.parole_ends) return;
    set("ends_source", source);
    add(phrase("case_event_parole_ends"), *one_.parole_ends);
  }

  const Case& one_;
  const Setting& setting_;
  Filling filling_;
  std::vector<CaseEvent> events_;
};

}  // namespace

CaseCard card_of(const Case& one, const Setting& setting) { return Timeline(one, setting).card(); }

}  // namespace tulay::bot
