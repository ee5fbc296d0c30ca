#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "knowledge/data_file.hpp"
#include "knowledge/template.hpp"

namespace tulay::knowledge {

/// How soon a person is due; answering policy, section 4.
enum class HandoffLevel : std::uint8_t { none, normal, same_day, now, emergency };

/// "none", "normal", "same_day", "now" or "emergency".
[[nodiscard]] std::string_view name(HandoffLevel level);

enum class TopicKind : std::uint8_t { law, office, talk };

/// What the reply to a topic is by itself; the dialogue may say otherwise (clarify, fallback, …).
enum class TopicOutcome : std::uint8_t { answered, handoff, notice };

/// Does asking this hand the client over to staff, and in what mood?
enum class TopicRequest : std::uint8_t { none, asked, anger };

/// One way to answer: usable when every name in `needs` has a value.
struct Answer {
  std::vector<std::string> needs;
  Localized<Template> text;
  Localized<Template> sms;
  SourceLine at;
};

/// The answers to one question of clients, tried in order; the last needs nothing.
struct Topic {
  std::string id;
  TopicKind kind = TopicKind::law;
  Localized<std::string> label;     // on chips and menus, at most 42 characters
  Localized<std::string> question;  // what pressing the chip sends
  std::vector<std::string> rules;   // "R57"
  std::vector<std::string> sources;
  std::vector<std::string> suggest;
  HandoffLevel handoff = HandoffLevel::none;
  TopicOutcome outcome = TopicOutcome::answered;
  TopicRequest request = TopicRequest::none;
  bool reads_case = false;  // the answer stands in the client's own file, after the identity check
  bool starter = false;
  Date reviewed{};
  std::vector<Answer> answers;
  SourceLine at;
};

/// Reads knowledge/topics/<id>.toml; problems go to the file's list.
[[nodiscard]] Topic read_topic(Table& file);

}  // namespace tulay::knowledge
