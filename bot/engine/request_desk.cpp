#include "bot/engine/request_desk.hpp"

#include <algorithm>

#include "bot/engine/handoff.hpp"
#include "bot/engine/shape.hpp"
#include "bot/engine/summary.hpp"
#include "bot/engine/turn_records.hpp"

namespace tulay::bot {
namespace {

using knowledge::HandoffLevel;

constexpr int turns_in_summary = 8;
constexpr int turns_with_thumbs = 200;
constexpr std::chrono::minutes still_verified{30};  // after the last look at a case (security.md, section 3)

Handoff handoff_of(const Session& session, HandoffReason reason, HandoffLevel level, knowledge::Instant at) {
  Handoff handoff;
  handoff.conversation = session.id;
  handoff.reason = reason;
  handoff.level = level;
  handoff.channel = session.channel;
  handoff.language = session.language;
  handoff.at = at;
  const auto& known = session.verification;
  if (known.state == VerificationState::verified && at < known.last_used + still_verified)
    handoff.contact_id = known.contact_id;
  return handoff;
}

tl::expected<Session, StoreError> session_of(const PersonRequest& request, const TurnStore& store,
                                             const Entropy& entropy) {
  Session fresh;
  // Who never wrote has no token: when they asked, and who, names the request.
  fresh.id = entropy.digest(request.conversation.value_or(
      std::to_string(request.received.time_since_epoch().count()) + request.reach_by + request.name));
  auto stored = store.session(fresh.id, {});
  if (!stored) return tl::unexpected(stored.error());
  auto session = *stored ? std::move(**stored) : std::move(fresh);
  if (request.language) session.language = *request.language;
  return session;
}

HandoffLevel read_message(const PersonRequest& request, Session& session, const Snapshot& snapshot,
                          const Firm& firm, knowledge::Date today) {
  auto level = std::max(HandoffLevel::normal, session.person ? session.person->level : HandoffLevel::none);
  if (request.message.empty()) return level;
  const auto said = say(snapshot, firm, session, request.message, today, {});
  if (said.handoff && said.handoff->level >= HandoffLevel::now) level = std::max(level, said.handoff->level);
  if (session.turns == 0 && !request.language) session.language = said.next.language;
  return level;
}

RequestTaken words_for(const Handoff& handoff, const Snapshot& snapshot, const Firm& firm,
                       knowledge::Date today) {
  Filling filling(snapshot.knowledge, firm, handoff.language, today, {});
  const bool urgent = handoff.level >= HandoffLevel::now;
  const bool danger = handoff.level == HandoffLevel::emergency;
  RequestTaken taken;
  taken.ticket = handoff.ticket;
  taken.level = handoff.level;
  taken.language = handoff.language;
  taken.phone = firm.values.at(urgent ? "urgent_phone" : "phone")[handoff.language];
  taken.text =
      as_paragraphs({danger ? filling.phrase("call_911", false) : "",
                     urgent ? filling.phrase("urgent", false) : "", next_words(handoff, true, filling, firm)},
                    false);
  return taken;
}

}  // namespace

std::string RequestDesk::ticket_of(std::string_view conversation) const {
  return ticket_number(entropy_.digest("ticket of " + std::string(conversation)));
}

tl::expected<Records, StoreError> RequestDesk::records_of_turn(Said& said, const Session& before,
                                                               const Message& message,
                                                               const Snapshot& snapshot,
                                                               knowledge::Date today) const {
  const auto due = person_due(said, before, message, snapshot);
  std::optional<Handoff> handoff;
  if (due) {
    auto turns = store_.turns(before.id, turns_in_summary);
    if (!turns) return tl::unexpected(turns.error());
    StoredTurn now;
    now.client_text = message.text;
    now.replies = said.replies;
    turns->push_back(std::move(now));
    handoff = handoff_of(said.next, due->reason, due->level, message.received);
    handoff->ticket = ticket_of(before.id);
    handoff->reach_by = due->reach_by;
    handoff->summary = summary_of(*turns, said.next);
    tell_client(said, *due, *handoff, snapshot, firm_, today);
  }
  auto records = records_of(said, before, message, snapshot);
  if (handoff && !due->again) {
    for (auto& mark : records.marks) mark.handed_over = true;
    records.handoffs.push_back(std::move(*handoff));
  }
  return records;
}

tl::expected<RequestTaken, StoreError> RequestDesk::take(const PersonRequest& request) {
  const auto snapshot = snapshots_.current();
  const auto today = knowledge::day_in_zone(request.received, firm_.time_zone).value_or(knowledge::Date{});
  auto session = session_of(request, store_, entropy_);
  if (!session) return tl::unexpected(session.error());
  const auto turns = store_.turns(session->id, turns_in_summary);
  if (!turns) return tl::unexpected(turns.error());

  const auto level = read_message(request, *session, *snapshot, firm_, today);
  auto handoff = handoff_of(*session, HandoffReason::form, level, request.received);
  handoff.ticket = ticket_of(session->id);
  handoff.name = request.name;
  handoff.reach_by = request.reach_by;
  handoff.when = request.when;
  handoff.message = request.message;
  handoff.summary = summary_of(*turns, *session);
  auto taken = words_for(handoff, *snapshot, firm_, today);
  Records records;
  records.handoffs.push_back(std::move(handoff));
  if (auto kept = store_.keep(records); !kept) return tl::unexpected(kept.error());
  return taken;
}

tl::expected<bool, StoreError> RequestDesk::take(const Thumb& thumb) {
  const auto id = entropy_.digest(thumb.conversation);
  const auto turns = store_.turns(id, turns_with_thumbs);
  if (!turns) return tl::unexpected(turns.error());
  const auto turn = std::find_if(turns->begin(), turns->end(),
                                 [&](const StoredTurn& one) { return one.turn == thumb.turn; });
  if (turn == turns->end()) return false;
  Records records;
  records.feedback.push_back({id, thumb.turn, thumb.helpful, thumb.received});
  if (!thumb.helpful) {
    records.missed.push_back({0, id, thumb.received, turn->language, MissedKind::thumbs_down,
                              turn->replies.empty() ? "" : turn->replies.front().intent.value_or(""),
                              masked_line(turn->client_text), masked_line(thumb.comment)});
  }
  if (auto kept = store_.keep(records); !kept) return tl::unexpected(kept.error());
  return true;
}

}  // namespace tulay::bot
