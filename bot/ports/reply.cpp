#include "bot/ports/reply.hpp"

namespace tulay::bot {

std::string_view name(Outcome outcome) {
  switch (outcome) {
    case Outcome::answered:
      return "answered";
    case Outcome::clarify:
      return "clarify";
    case Outcome::ask:
      return "ask";
    case Outcome::own_case:
      return "case";
    case Outcome::handoff:
      return "handoff";
    case Outcome::notice:
      return "notice";
    case Outcome::fallback:
      break;
  }
  return "fallback";
}

std::string_view name(Field field) {
  switch (field) {
    case Field::none:
      return "";
    case Field::code:
      return "code";
    case Field::date:
      break;
  }
  return "date";
}

std::string_view name(CaseEventState state) {
  switch (state) {
    case CaseEventState::done:
      return "done";
    case CaseEventState::now:
      return "now";
    case CaseEventState::ahead:
      break;
  }
  return "ahead";
}

}  // namespace tulay::bot
