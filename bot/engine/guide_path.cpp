#include "bot/engine/guide_path.hpp"

#include <algorithm>

#include "bot/engine/situation.hpp"

namespace tulay::bot {
namespace {

using knowledge::AnswerKind;
using knowledge::GuideStep;

std::string_view band_of(knowledge::Date date, knowledge::Date today) {
  constexpr std::array<std::pair<std::string_view, std::size_t>, 5> bands{
      {{"band_expired", 0}, {"band_30_1", 1}, {"band_90_31", 2}, {"band_180_91", 3}, {"band_180plus", 4}}};
  const auto phrase = situation_of(date, today).phrase;
  const auto* const found =
      std::find_if(bands.begin(), bands.end(), [&](const auto& band) { return band.first == phrase; });
  return knowledge::date_bands[found->second];
}

bool is_soon(std::string_view band) {
  return band == knowledge::date_bands[0] || band == knowledge::date_bands[1];
}

const std::string& way_from(const GuideStep& step, const std::string& answer, knowledge::Date today) {
  if (const auto* const option = step.option(answer)) return option->leads_to;
  const auto meanings = meanings_of(answer, today, step);
  return std::any_of(meanings.begin(), meanings.end(), is_soon) ? step.soon_leads_to : step.leads_to;
}

bool holds(const std::string& text, const GuidePath& path, const GuideAnswers& answers,
           knowledge::Date today) {
  const auto condition = knowledge::condition_of(text);
  const auto step = std::find_if(path.asked.begin(), path.asked.end(),
                                 [&](const GuideStep* one) { return one->id == condition.step; });
  if (step == path.asked.end()) return false;
  const auto meanings = meanings_of(answers.at((*step)->id), today, **step);
  return std::any_of(condition.values.begin(), condition.values.end(), [&](std::string_view value) {
    return std::find(meanings.begin(), meanings.end(), value) != meanings.end();
  });
}

}  // namespace

std::vector<std::string_view> meanings_of(const std::string& answer, knowledge::Date today,
                                          const GuideStep& step) {
  if (answer == knowledge::unknown_answer) return {knowledge::unknown_answer};
  if (const auto* const option = step.option(answer)) return {option->id};
  if (const auto date = knowledge::date_from_iso(answer); date && step.kind == AnswerKind::date)
    return {knowledge::date_answer, band_of(*date, today)};
  return {knowledge::text_answer};
}

GuidePath path_of(const knowledge::Guide& guide, const GuideAnswers& answers, knowledge::Date today) {
  GuidePath path;
  path.waiting = guide.steps.empty() ? nullptr : &guide.steps.front();
  while (path.waiting != nullptr) {
    const auto answer = answers.find(path.waiting->id);
    if (answer == answers.end()) break;
    path.asked.push_back(path.waiting);
    path.waiting = guide.step(way_from(*path.waiting, answer->second, today));
  }
  return path;
}

bool is_said(const knowledge::GuideSaying& saying, const GuidePath& path, const GuideAnswers& answers,
             knowledge::Date today) {
  const auto true_now = [&](const std::string& text) { return holds(text, path, answers, today); };
  return std::all_of(saying.when.begin(), saying.when.end(), true_now) &&
         std::none_of(saying.unless.begin(), saying.unless.end(), true_now);
}

}  // namespace tulay::bot
