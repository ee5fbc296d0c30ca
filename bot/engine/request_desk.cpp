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

Handoff handoff_of(const Session& session, HandoffReason reason, HandoffLevel level, knowledge::Instant at) {
  Handoff handoff;
  handoff.conversation = session.id;
  handoff.reason = reason;
  handoff.level = level;
  handoff.channel = session.channel;
  handoff.language = session.language;
  handoff.at = at;
  handoff.contact_id =
      session.verification.state == VerificationState::verified ? session.verification.contact_id : "";
  return handoff;
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
  Session session;
  // Who never wrote has no token: when they asked, and what for, names the request.
  session.id = entropy_.digest(request.conversation.value_or(
      std::to_string(request.received.time_since_epoch().count()) + request.reach_by + request.name));
  auto stored = store_.session(session.id, {});
  if (!stored) return tl::unexpected(stored.error());
  if (*stored) session = std::move(**stored);
  if (request.language) session.language = *request.language;
  auto turns = store_.turns(session.id, turns_in_summary);
  if (!turns) return tl::unexpected(turns.error());

  auto level = HandoffLevel::normal;
  if (session.person) level = std::max(level, session.person->level);
  if (!request.message.empty()) {
    const auto said = say(*snapshot, firm_, session, request.message, today, {});
    if (said.handoff && said.handoff->level >= HandoffLevel::now)
      level = std::max(level, said.handoff->level);
    if (!*stored && !request.language) session.language = said.next.language;
  }
  auto handoff = handoff_of(session, HandoffReason::form, level, request.received);
  handoff.ticket = ticket_of(session.id);
  handoff.name = request.name;
  handoff.reach_by = request.reach_by;
  handoff.when = request.when;
  handoff.message = request.message;
  handoff.summary = summary_of(*turns, session);

  Filling filling(snapshot->knowledge, firm_, session.language, today, {});
  const bool urgent = level >= HandoffLevel::now;
  RequestTaken taken;
  taken.ticket = handoff.ticket;
  taken.level = level;
  taken.language = session.language;
  taken.phone = firm_.values.at(urgent ? "urgent_phone" : "phone")[session.language];
  taken.text = as_paragraphs(
      {level == HandoffLevel::emergency ? filling.phrase("call_911", false) : "",
       urgent ? filling.phrase("urgent", false) : "", next_words(handoff, true, filling, firm_)},
      false);
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
