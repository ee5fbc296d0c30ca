#pragma once

#include <array>
#include <map>
#include <optional>
#include <string>
#include <vector>

#include "bot/ports/staff_desk.hpp"

namespace tulay::console {

/// How questions ended. A question is one reply of the bot that is no mere notice.
struct Tallied {
  int questions = 0;
  int answered = 0;   // by the bot, out of the file too, and steps of a guide
  int clarified = 0;  // the bot asked back
  int missed = 0;     // not understood
  int handed_over = 0;

  void add(const bot::ReplyMark& mark);
};

/// Some days of the bot in figures; nothing of any person.
struct Week {
  knowledge::Date from{};
  int days = 7;
  Tallied all;
  std::map<knowledge::Language, Tallied> languages;
  std::map<std::string, Tallied> topics;  // by intent; "" where nothing was understood
  std::map<std::string, std::map<knowledge::Language, int>> topic_languages;
  std::vector<std::map<knowledge::Language, int>> per_day;  // questions
  std::vector<int> first_seconds;                           // to the first answer, ascending
  bot::Thumbs thumbs;

  /// Seconds within which this share (0 to 1) of conversations had their first answer; nothing without any.
  [[nodiscard]] std::optional<int> first_answer_within(double share) const;
  /// The topics, the most asked first.
  [[nodiscard]] std::vector<std::pair<std::string, Tallied>> by_frequency() const;
};

/// Days are those of the zone.
[[nodiscard]] Week week_of(const std::vector<bot::ReplyMark>& marks, bot::Thumbs thumbs, knowledge::Date from,
                           int days, const std::string& zone);

}  // namespace tulay::console
