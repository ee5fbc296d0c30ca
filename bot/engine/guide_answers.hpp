#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "bot/engine/snapshot.hpp"
#include "intents/understanding.hpp"
#include "intents/wording.hpp"

namespace tulay::bot {

/// A message as the answer to a question.
struct HeardAnswer {
  std::string answer;                 // as GuideState keeps it; empty with `readings`
  std::vector<std::string> readings;  // both days of a date that can be read in two ways
};

/// An answer given by its number or by the words of its button, in any language; `readings` are the days that
/// were offered before, if any.
[[nodiscard]] std::optional<std::string> picked(const knowledge::GuideStep& step,
                                                const std::vector<std::string>& readings,
                                                const knowledge::Knowledge& knowledge, std::string_view text);

/// An answer in the client's own words. Two that fit, or a "not" beside one, are none: what somebody told
/// about themselves is not guessed.
[[nodiscard]] std::optional<HeardAnswer> told(const knowledge::GuideStep& step,
                                              const intents::Wording& wording,
                                              const intents::Understanding& understanding);

/// The button of an answer: its label, yes and no, "I don't know".
[[nodiscard]] std::string label_of(const knowledge::GuideStep& step, std::string_view answer,
                                   const knowledge::Knowledge& knowledge, knowledge::Language language);

}  // namespace tulay::bot
