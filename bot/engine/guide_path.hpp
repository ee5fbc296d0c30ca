#pragma once

#include <map>
#include <string>
#include <string_view>
#include <vector>

#include "knowledge/calendar.hpp"
#include "knowledge/guide.hpp"

namespace tulay::bot {

/// question → answer, as GuideState keeps them.
using GuideAnswers = std::map<std::string, std::string>;

/// The way through a guide that the answers take. Days go by, so that a date may lead elsewhere tomorrow.
struct GuidePath {
  std::vector<const knowledge::GuideStep*> asked;  // and answered, in order
  const knowledge::GuideStep* waiting = nullptr;   // null: the result is due
};

[[nodiscard]] GuidePath path_of(const knowledge::Guide& guide, const GuideAnswers& answers,
                                knowledge::Date today);

/// What a condition may say of the answer: its option, or "date" and how near it is, "text", "unknown".
[[nodiscard]] std::vector<std::string_view> meanings_of(const std::string& answer, knowledge::Date today,
                                                        const knowledge::GuideStep& step);

/// Is the paragraph for one who answered so? Answers off the path do not count.
[[nodiscard]] bool is_said(const knowledge::GuideSaying& saying, const GuidePath& path,
                           const GuideAnswers& answers, knowledge::Date today);

}  // namespace tulay::bot
