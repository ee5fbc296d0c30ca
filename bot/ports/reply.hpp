#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "bot/ports/case_card.hpp"
#include "knowledge/calendar.hpp"
#include "knowledge/topic.hpp"

namespace tulay::bot {

/// As in api.md; "case" is own_case here.
enum class Outcome : std::uint8_t { answered, clarify, ask, own_case, handoff, notice, fallback };

/// "answered", "clarify", "ask", "case", "handoff", "notice", "fallback".
[[nodiscard]] std::string_view name(Outcome outcome);

/// A dated fact that a reply shows.
struct ShownFact {
  std::string id;
  std::string value;
  std::optional<knowledge::Date> valid_from;
  knowledge::Date checked_on{};
  bool superseded = false;  // what the firm's page says, no longer so
};

struct ShownSource {
  std::string title;
  std::string url;
  std::optional<knowledge::Date> as_of;
};

struct Suggestion {
  std::string label;
  std::string message;
  std::string intent;
};

/// What the next message answers, so that a page may offer a field of its own for it.
enum class Field : std::uint8_t { none, code, date };

/// Empty, "code", "date".
[[nodiscard]] std::string_view name(Field field);

/// Ready to show. At most three suggestions, but all the answers that a guide's question takes; text not
/// empty.
struct Reply {
  std::string text;
  Outcome outcome = Outcome::fallback;
  std::optional<std::string> intent;
  double confidence = 0;
  std::vector<ShownFact> facts;
  std::vector<ShownSource> sources;
  std::vector<Suggestion> suggestions;
  Field field = Field::none;
  bool in_frame = false;  // goes on in the frame on the server's own origin
  std::optional<CaseCard> case_card;
  std::string page;  // path of the same as a page to print; empty: there is none
};

/// A person is due: how soon, and how to reach one.
struct HandoffNotice {
  knowledge::HandoffLevel level = knowledge::HandoffLevel::normal;
  std::string phone;
  std::string text;
  std::optional<std::string> ticket;  // staff have the request under this number
};

}  // namespace tulay::bot
