#include "bot/ports/handoff.hpp"

namespace tulay::bot {

std::string_view name(HandoffReason reason) {
  switch (reason) {
    case HandoffReason::asked:
      return "asked";
    case HandoffReason::urgent:
      return "urgent";
    case HandoffReason::misses:
      return "misses";
    case HandoffReason::anger:
      return "anger";
    case HandoffReason::form:
      return "form";
    case HandoffReason::contact:
      break;
  }
  return "contact";
}

}  // namespace tulay::bot
