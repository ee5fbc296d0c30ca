#pragma once

#include <array>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "knowledge/topic.hpp"

namespace tulay::knowledge {

enum class AnswerKind : std::uint8_t { yes_no, choice, date, text };

/// Where a guide's last answers lead: not a question, the result.
inline constexpr std::string_view result_step = "result";
/// What every question takes: "I don't know".
inline constexpr std::string_view unknown_answer = "unknown";
/// How near a date is, as `when` names it; the bands are those of the engine's situation.
inline constexpr std::array<std::string_view, 5> date_bands{"ended", "within_30", "within_90", "within_180",
                                                            "later"};
/// What a `when` may also say of an answer: that there is a date, or free words.
inline constexpr std::string_view date_answer = "date";
inline constexpr std::string_view text_answer = "text";

/// One way to answer a question.
struct GuideOption {
  std::string id;
  Localized<std::string> label;   // on a chip; of yes and no it is a phrase of the bot
  std::vector<std::string> said;  // concepts and answer words that mean it
  std::string leads_to;
  HandoffLevel handoff = HandoffLevel::none;
  SourceLine at;
};

/// A question of a guide.
struct GuideStep {
  std::string id;
  AnswerKind kind = AnswerKind::choice;
  Localized<Template> ask;
  Localized<Template> sms;
  std::vector<GuideOption> options;
  std::string leads_to;       // after a date, free words, "I don't know"
  std::string soon_leads_to;  // after a date that has come or is at most 30 days off
  SourceLine at;

  [[nodiscard]] const GuideOption* option(std::string_view wanted) const;
};

/// A paragraph of the result: words of its own, a topic's answer, or a phrase of the bot.
struct GuideSaying {
  std::vector<std::string> when;    // all of them: "reason=medical|funeral"
  std::vector<std::string> unless;  // none of them
  std::string topic;
  std::string phrase;
  Localized<Template> text;
  Localized<Template> sms;  // empty: not told by SMS
  HandoffLevel handoff = HandoffLevel::none;
  SourceLine at;
};

/// An interview: questions, where the answers lead, and what is told at the end. No branch runs in a circle.
struct Guide {
  std::string id;
  std::string topic;                                          // what it is about, for "and how much is that?"
  Localized<std::string> label;                               // on a chip
  Localized<std::string> question;                            // what pressing it sends
  std::vector<std::vector<std::vector<std::string>>> starts;  // said to begin: all of a row, one of each item
  std::vector<std::string> offered_by;                        // topics whose answers offer it
  std::vector<std::string> rules;
  std::vector<std::string> sources;
  std::vector<std::string> suggest;  // topics and guides to go on with
  bool printable = false;            // the result is a page, too
  Date reviewed{};
  std::vector<GuideStep> steps;  // the first is asked first
  std::vector<GuideSaying> sayings;
  SourceLine at;

  [[nodiscard]] const GuideStep* step(std::string_view wanted) const;
};

/// "reason=medical|funeral" taken apart.
struct GuideCondition {
  std::string_view step;
  std::vector<std::string_view> values;
};
[[nodiscard]] GuideCondition condition_of(std::string_view text);

/// Reads knowledge/guides/<id>.toml; problems go to the file's list.
[[nodiscard]] Guide read_guide(Table& file);

}  // namespace tulay::knowledge
