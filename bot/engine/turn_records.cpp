#include "bot/engine/turn_records.hpp"

#include <algorithm>

#include "bot/engine/summary.hpp"

namespace tulay::bot {
namespace {

/// An answer to a question, not to a greeting.
bool answers(const Reply& reply, const Snapshot& snapshot) {
  if (reply.outcome == Outcome::own_case) return true;
  const auto* const topic = reply.intent ? snapshot.knowledge.topic(*reply.intent) : nullptr;
  return reply.outcome == Outcome::answered && topic != nullptr && topic->kind != knowledge::TopicKind::talk;
}

bool has(const Said& said, Outcome outcome) {
  return std::any_of(said.replies.begin(), said.replies.end(),
                     [&](const Reply& reply) { return reply.outcome == outcome; });
}

}  // namespace

Records records_of(Said& said, const Session& before, const Message& message, const Snapshot& snapshot) {
  Records records;
  for (const auto& reply : said.replies) {
    ReplyMark mark{message.received, said.next.language,
                   message.channel,  reply.intent.value_or(""),
                   reply.outcome,    false,
                   std::nullopt};
    if (!said.next.answered && answers(reply, snapshot)) {
      said.next.answered = true;
      mark.first_seconds = static_cast<int>((message.received - before.started).count());
    }
    records.marks.push_back(std::move(mark));
  }
  const bool missed = has(said, Outcome::fallback);
  if (missed || has(said, Outcome::clarify)) {
    records.missed.push_back({0, before.id, message.received, said.next.language,
                              missed ? MissedKind::not_understood : MissedKind::asked_back, "",
                              masked_line(message.text), ""});
  }
  return records;
}

}  // namespace tulay::bot
