#pragma once

#include <string>
#include <vector>

#include "bot/engine/answer.hpp"
#include "bot/engine/guide_path.hpp"

namespace tulay::bot {

/// The question that waits, with its answers as buttons (numbers in an SMS) and "I don't know" as the last.
/// `before` are phrases of the bot that come first: what was noted, that this is urgent, …
[[nodiscard]] Spoken ask(const knowledge::Guide& guide, const knowledge::GuideStep& step,
                         const Setting& setting, std::vector<std::string> before);

/// Which of the two days did the client mean?
[[nodiscard]] Spoken ask_which_day(const knowledge::Guide& guide, const std::vector<std::string>& readings,
                                   const Setting& setting);

/// What the answers come to: the paragraphs that fit, with figures and their day, and a person to talk to.
[[nodiscard]] Spoken tell_result(const knowledge::Guide& guide, const GuideAnswers& answers,
                                 const Setting& setting);

/// A phrase of the bot, ready to show; {noted} is the given text.
[[nodiscard]] std::string guide_phrase(std::string_view id, const Setting& setting, std::string noted = {});

/// The button that leads back to a guide that waits.
[[nodiscard]] Suggestion go_on(const knowledge::Guide& guide, const Setting& setting);

/// "/v1/guides/what_to_bring": where a printable guide stands on the web.
[[nodiscard]] std::string guide_page_path(const std::string& guide);

}  // namespace tulay::bot
