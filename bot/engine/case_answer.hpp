#pragma once

#include "bot/engine/answer.hpp"
#include "bot/engine/case_turn.hpp"

namespace tulay::bot {

/// What is said about a client's own case, or on the way there. Dates stand as in the firm's file, with the
/// day from which the file is; nothing is predicted. Pure.
[[nodiscard]] Spoken speak_case(const CaseTurn& turn, const Step& step, const Setting& setting);

}  // namespace tulay::bot
