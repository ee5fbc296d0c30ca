#pragma once

#include "bot/ports/firm.hpp"
#include "intents/catalog.hpp"
#include "knowledge/knowledge.hpp"

namespace tulay::bot {

/// What must agree between the rooms: every intent's topic exists and every topic has its intent, every
/// rule is stated by a topic, every {firm.*} that an answer uses without `needs` is always there, the
/// phrases that the engine uses exist.
[[nodiscard]] knowledge::Problems cross_check(const knowledge::Knowledge& knowledge,
                                              const intents::Catalog& catalog, const Firm& firm);

}  // namespace tulay::bot
