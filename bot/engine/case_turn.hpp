#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "bot/ports/case.hpp"
#include "bot/ports/session.hpp"

namespace tulay::bot {

enum class CaseTurnKind : std::uint8_t {
  none,
  ask_key,
  code_sent,
  wrong_code,
  second_fact,
  locked,
  shown,
  unavailable,
  in_frame,
  logged_out
};

/// What a turn has to say about cases. `cases` only with `shown`.
struct CaseTurn {
  CaseTurnKind kind = CaseTurnKind::none;
  std::string question = "case_status";  // the intent that is answered, or waits
  bool just_verified = false;
  std::string chosen;  // a case number that the client wrote
  std::vector<Case> cases;
  Verification next;
};

}  // namespace tulay::bot
