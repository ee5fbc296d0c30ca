#include "knowledge/guide_checks.hpp"

#include <algorithm>
#include <set>

namespace tulay::knowledge {
namespace {

std::vector<std::string> step_ids(const Guide& guide) {
  std::vector<std::string> ids;
  ids.reserve(guide.steps.size());
  for (const auto& step : guide.steps) ids.push_back(step.id);
  return ids;
}

std::vector<std::string> ways_from(const GuideStep& step) {
  std::vector<std::string> ways{step.leads_to, step.soon_leads_to};
  for (const auto& option : step.options) ways.push_back(option.leads_to);
  return ways;
}

/// What a condition may say of a question's answer.
std::vector<std::string> values_of(const GuideStep& step) {
  std::vector<std::string> values{std::string(unknown_answer)};
  for (const auto& option : step.options) values.push_back(option.id);
  if (step.kind == AnswerKind::date) {
    values.emplace_back(date_answer);
    values.insert(values.end(), date_bands.begin(), date_bands.end());
  }
  if (step.kind == AnswerKind::text) values.emplace_back(text_answer);
  return values;
}

class GuideCheck {
 public:
  GuideCheck(const Guide& guide, Problems& problems) : guide_(guide), problems_(problems) {}

  void check() {
    if (guide_.steps.empty())
      return error(guide_.at, "guide '" + guide_.id + "' asks nothing", "add a [[step]]");
    for (const auto& step : guide_.steps) check_step(step);
    follow(guide_.steps.front(), {});
    for (const auto& step : guide_.steps) {
      if (!reached_.contains(step.id))
        error(step.at, "question '" + step.id + "' is never asked", "let an answer lead to it");
    }
    for (const auto& saying : guide_.sayings) check_saying(saying);
    check_result();
  }

 private:
  void error(const SourceLine& at, std::string message, std::string remedy) {
    problems_.push_back({Severity::error, at, std::move(message), std::move(remedy)});
  }

  void check_step(const GuideStep& step) {
    if (guide_.step(step.id) != &step || step.id == result_step)
      error(step.at, "the name '" + step.id + "' is taken", "name each question differently");
    check_options(step);
    check_names(step.ask.en, {}, step.at);
    check_names(step.sms.en, {}, step.at);
    const auto ids = step_ids(guide_);
    for (const auto& way : ways_from(step)) {
      if (way == result_step || guide_.step(way) != nullptr) continue;
      error(step.at, "an answer to '" + step.id + "' leads to unknown question '" + way + "'",
            did_you_mean(way, ids));
    }
  }

  void check_options(const GuideStep& step) {
    std::set<std::string> seen{std::string(unknown_answer)};
    for (const auto& option : step.options) {
      if (!seen.insert(option.id).second)
        error(option.at, "the answer '" + option.id + "' is there already", "name each answer differently");
    }
    if (step.kind == AnswerKind::yes_no &&
        (step.options.size() != 2 || step.option("yes") == nullptr || step.option("no") == nullptr))
      error(step.at, "a yes_no question takes 'yes' and 'no'", "give it these two as [[step.option]]");
    if (step.kind == AnswerKind::choice && step.options.size() < 2)
      error(step.at, "a choice needs two answers at least", "add a [[step.option]]");
    if (step.kind == AnswerKind::text && !step.options.empty())
      error(step.at, "free words have no options", "make it a choice");
  }

  // Depth first; `way` holds the questions asked before.
  void follow(const GuideStep& step, std::vector<std::string> way) {
    if (const auto before = std::find(way.begin(), way.end(), step.id); before != way.end()) {
      std::string circle;
      for (auto at = before; at != way.end(); ++at) circle += *at + " → ";
      return error(step.at, "the questions run in a circle: " + circle + step.id,
                   "let one of them lead to a later question or to the result");
    }
    if (!reached_.insert(step.id).second) return;
    way.push_back(step.id);
    for (const auto& next : ways_from(step)) {
      if (const auto* const found = guide_.step(next)) follow(*found, way);
    }
  }

  void check_condition(const std::string& text, const SourceLine& at) {
    const auto condition = condition_of(text);
    const auto* const step = guide_.step(condition.step);
    if (step == nullptr)
      return error(at, "'" + text + "' speaks of unknown question '" + std::string(condition.step) + "'",
                   did_you_mean(condition.step, step_ids(guide_)));
    if (condition.values.empty())
      return error(at, "'" + text + "' names no answer", "write it as 'question=answer|other answer'");
    const auto known = values_of(*step);
    for (const auto value : condition.values) {
      if (std::find(known.begin(), known.end(), value) == known.end())
        error(at, "'" + step->id + "' has no answer '" + std::string(value) + "'",
              did_you_mean(value, known));
    }
  }

  // {answer.STEP} and {days.STEP} must have a value whenever the text is said.
  void check_names(const Template& text, const std::vector<std::string>& when, const SourceLine& at) {
    for (const auto& name : text.names()) {
      const bool days = name.starts_with("days.");
      if (!days && !name.starts_with("answer.")) continue;
      const auto id = name.substr(name.find('.') + 1);
      const auto surely = [&](const std::string& condition) {
        const auto parts = condition_of(condition);
        if (parts.step != id) return false;
        return days ? parts.values == std::vector<std::string_view>{date_answer}
                    : std::find(parts.values.begin(), parts.values.end(), unknown_answer) ==
                          parts.values.end();
      };
      if (std::none_of(when.begin(), when.end(), surely))
        error(at, "{" + name + "} may have no value here",
              days ? "say it only when '" + id + "=date'" : "say it only when '" + id + "=…'");
    }
  }

  void check_saying(const GuideSaying& saying) {
    for (const auto& condition : saying.when) check_condition(condition, saying.at);
    for (const auto& condition : saying.unless) check_condition(condition, saying.at);
    check_names(saying.text.en, saying.when, saying.at);
    check_names(saying.sms.en, saying.when, saying.at);
  }

  void check_result() {
    const auto always = [](const GuideSaying& saying) {
      return saying.when.empty() && saying.unless.empty() &&
             (!saying.sms.en.empty() || !saying.topic.empty() || !saying.phrase.empty());
    };
    if (std::none_of(guide_.sayings.begin(), guide_.sayings.end(), always))
      error(guide_.at, "the result of guide '" + guide_.id + "' may be empty",
            "add a [[say]] with an sms text and without when and unless");
  }

  const Guide& guide_;
  Problems& problems_;
  std::set<std::string> reached_;
};

}  // namespace

void check_guide(const Guide& guide, Problems& problems) { GuideCheck(guide, problems).check(); }

}  // namespace tulay::knowledge
