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

}  // namespace tulay::bot
