#pragma once

#include "bot/engine/answer.hpp"
#include "bot/ports/case.hpp"

namespace tulay::bot {

/// The case at a glance: its stage, and the dates of the firm's file in their order. Pure.
[[nodiscard]] CaseCard card_of(const Case& one, const Setting& setting);

}  // namespace tulay::bot
