#include "bot/engine/guide_answers.hpp"

#include <algorithm>

namespace tulay::bot {
namespace {

using intents::Wording;
using knowledge::AnswerKind;
using knowledge::GuideOption;
using knowledge::GuideStep;

// "2", "2.", "#2": the number of a button, from 1.
std::optional<std::size_t> number_in(std::string_view words) {
  if (words.empty() || words.size() > 2 || words.find_first_not_of("0123456789") != std::string_view::npos)
    return std::nullopt;
  return static_cast<std::size_t>(std::stoi(std::string(words)));
}

bool is_option_word(const GuideOption& option, const Wording::Said& said) {
  return std::find(option.said.begin(), option.said.end(), said.id) != option.said.end();
}

bool within(const Wording::Said& one, const Wording::Said& other) {
  return one.begin >= other.begin && one.end <= other.end && one.end - one.begin < other.end - other.begin;
}

struct OptionHeard {
  const GuideOption* option;
  Wording::Said said;
};

/// Words of the options, without those inside a longer one of another ("urgent" in "not urgent").
std::vector<OptionHeard> options_heard(const GuideStep& step, const Wording& wording) {
  std::vector<OptionHeard> all;
  for (const auto& said : wording.said) {
    for (const auto& option : step.options) {
      if (is_option_word(option, said)) all.push_back({&option, said});
    }
  }
  std::vector<OptionHeard> out;
  for (const auto& one : all) {
    if (std::none_of(all.begin(), all.end(),
                     [&](const OptionHeard& other) { return within(one.said, other.said); }))
      out.push_back(one);
  }
  return out;
}

bool turned_round(const Wording& wording, const std::vector<OptionHeard>& heard) {
  return std::any_of(wording.said.begin(), wording.said.end(), [&](const Wording::Said& said) {
    if (said.id != "turned_round") return false;
    return std::none_of(heard.begin(), heard.end(), [&](const OptionHeard& one) {
      return said.begin >= one.said.begin && said.end <= one.said.end;
    });
  });
}

std::optional<HeardAnswer> told_choice(const GuideStep& step, const Wording& wording) {
  const auto heard = options_heard(step, wording);
  if (heard.empty() || turned_round(wording, heard)) return std::nullopt;
  const auto* const first = heard.front().option;
  if (std::any_of(heard.begin(), heard.end(), [&](const OptionHeard& one) { return one.option != first; }))
    return std::nullopt;
  return HeardAnswer{first->id, {}};
}

// "No, she is at home": what is said first counts, of two that begin there the longer ("no" in "no idea").
std::optional<HeardAnswer> told_yes_or_no(const GuideStep& step, const Wording& wording) {
  for (const auto& said : wording.said) {
    const bool yes = said.id == "said_yes";
    if ((yes || said.id == "said_no") && wording.opens_with(said.id))
      return HeardAnswer{yes ? "yes" : "no", {}};
  }
  return told_choice(step, wording);
}

std::optional<HeardAnswer> told_date(const intents::Understanding& understanding) {
  std::optional<intents::DateReading> found;
  for (const auto& clause : understanding.clauses) {
    for (const auto& slot : clause.slots) {
      const auto* const date = std::get_if<intents::DateReading>(&slot.value);
      if (date == nullptr || (found && *found == *date)) continue;
      if (found) return std::nullopt;
      found = *date;
    }
  }
  if (!found) return std::nullopt;
  if (found->second) return HeardAnswer{"", {knowledge::iso(found->first), knowledge::iso(*found->second)}};
  return HeardAnswer{knowledge::iso(found->first), {}};
}

std::string phrase(const knowledge::Knowledge& knowledge, std::string_view id, knowledge::Language language) {
  const auto* const found = knowledge.phrase(id);
  if (found == nullptr) return {};
  return found->text[language].fill([](std::string_view) { return std::nullopt; });
}

}  // namespace

std::string label_of(const GuideStep& step, std::string_view answer, const knowledge::Knowledge& knowledge,
                     knowledge::Language language) {
  if (answer == knowledge::unknown_answer) return phrase(knowledge, "guide_unknown", language);
  if (step.kind == AnswerKind::yes_no)
    return phrase(knowledge, answer == "yes" ? "guide_yes" : "guide_no", language);
  if (const auto* const option = step.option(answer)) return option->label[language];
  if (const auto date = knowledge::date_from_iso(answer)) return knowledge::long_form(*date, language);
  return {};
}

std::optional<std::string> picked(const GuideStep& step, const std::vector<std::string>& readings,
                                  const knowledge::Knowledge& knowledge, std::string_view text) {
  std::vector<std::string> choices = readings;
  if (choices.empty()) {
    for (const auto& option : step.options) choices.push_back(option.id);
  }
  choices.emplace_back(knowledge::unknown_answer);
  const auto words = intents::plain_words(text);
  if (const auto number = number_in(words)) {
    if (*number < 1 || *number > choices.size()) return std::nullopt;
    return choices[*number - 1];
  }
  for (const auto& choice : choices) {
    for (const auto language : knowledge::all_languages) {
      if (words == intents::plain_words(label_of(step, choice, knowledge, language))) return choice;
    }
  }
  return std::nullopt;
}

std::optional<HeardAnswer> told(const GuideStep& step, const Wording& wording,
                                const intents::Understanding& understanding) {
  switch (step.kind) {
    case AnswerKind::yes_no:
      return told_yes_or_no(step, wording);
    case AnswerKind::date:
      if (auto date = told_date(understanding)) return date;
      break;
    case AnswerKind::choice:
      break;
    case AnswerKind::text:
      return std::nullopt;
  }
  return told_choice(step, wording);
}

}  // namespace tulay::bot
