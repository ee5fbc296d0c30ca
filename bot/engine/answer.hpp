#pragma once

#include <optional>
#include <string>
#include <vector>

#include "bot/engine/engine.hpp"
#include "bot/engine/plan.hpp"
#include "bot/ports/reply.hpp"

namespace tulay::bot {

/// A step made into words, and how soon a person is due.
struct Spoken {
  Reply reply;
  knowledge::HandoffLevel handoff = knowledge::HandoffLevel::none;
};

/// Who is spoken to, where and when.
struct Setting {
  const Snapshot& snapshot;
  const Firm& firm;
  const Session& session;
  knowledge::Language language = knowledge::Language::en;
  knowledge::Date today{};
  std::size_t offered_at_most = 3;
};

/// Chooses the answer, fills it, lists its facts and sources. Pure.
[[nodiscard]] Spoken speak(const Step& step, const Setting& setting);

}  // namespace tulay::bot
