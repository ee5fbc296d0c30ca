#include "bot/engine/engine.hpp"

#include <utility>

namespace tulay::bot {
namespace {

constexpr std::size_t token_bytes = 32;
constexpr std::chrono::milliseconds patience{2000};
constexpr int turns_shown = 200;

/// Splits a turn into its stages.
class Laps {
 public:
  explicit Laps(const Clock& clock) : clock_(clock), last_(clock.steady()) {}
  [[nodiscard]] std::chrono::nanoseconds lap() {
    const auto now = clock_.steady();
    return now - std::exchange(last_, now);
  }

 private:
  const Clock& clock_;
  std::chrono::steady_clock::time_point last_;
};

TurnError store_down(const StoreError& error) {
  return {error.kind == StoreErrorKind::conflict ? TurnErrorKind::busy : TurnErrorKind::store_down, 1,
          error.detail};
}

}  // namespace

Engine::Engine(const SnapshotCell& snapshots, TurnStore& store, const Clock& clock, Entropy& entropy,
               const Firm& firm, EngineSettings settings, AuditLog* audit, CaseDesk* desk)
    : snapshots_(snapshots),
      store_(store),
      clock_(clock),
      entropy_(entropy),
      firm_(firm),
      settings_(settings),
      audit_(audit),
      desk_(desk),
      requests_(snapshots, store, entropy, firm),
      limits_(settings.messages_per_minute),
      block_minutes_(settings.block_per_minute),
      block_hours_(settings.block_per_hour, std::chrono::hours(1)),
      block_beginnings_(settings.block_new_per_minute) {}

knowledge::Instant Engine::oldest_alive() const {
  return clock_.now() - std::chrono::hours(settings_.session_hours);
}

Session Engine::fresh_session(const Message& message, std::string id) const {
  Session session;
  session.id = std::move(id);
  session.channel = message.channel;
  session.language = message.language.value_or(knowledge::Language::en);
  session.started = message.received;
  return session;
}

// Only a named conversation gets here: its turns go on counting, what was spoken of is forgotten.
Session Engine::after_silence(Session session) {
  session.misses = 0;
  session.last_intent.reset();
  session.offered.clear();
  session.slots.clear();
  session.person.reset();
  session.guides.clear();
  return session;
}

std::optional<int> Engine::must_wait(const Message& message, const std::string& id) {
  auto wait = limits_.wait(id, message.received);
  if (!wait) wait = block_minutes_.wait(message.client_block, message.received);
  if (!wait) wait = block_hours_.wait(message.client_block, message.received);
  return wait;
}

tl::expected<TurnResult, TurnError> Engine::take(const Message& message) {
  std::string token = message.conversation.value_or("");
  std::string id = token.empty() ? "" : entropy_.digest(token);
  std::optional<OneAtATime::Turn> turn;
  std::optional<Session> session;
  if (const auto wait = must_wait(message, id))
    return tl::unexpected(TurnError{TurnErrorKind::too_many, *wait, ""});
  if (!id.empty()) {
    if (auto taken = turns_.take(id, patience)) turn.emplace(std::move(*taken));
    if (!turn) return tl::unexpected(TurnError{TurnErrorKind::busy, 1, ""});
    auto stored = store_.session(id, message.named_by_channel ? knowledge::Instant{} : oldest_alive());
    if (!stored) return tl::unexpected(store_down(stored.error()));
    session = std::move(*stored);
  }
  const bool resumed = session.has_value() || token.empty();
  if (!session) {
    if (const auto wait = block_beginnings_.wait(message.client_block, message.received))
      return tl::unexpected(TurnError{TurnErrorKind::too_many, *wait, ""});
    if (!message.named_by_channel) token = entropy_.token(token_bytes);
    session = fresh_session(message, entropy_.digest(token));
  } else if (message.client_message_id) {
    auto before = store_.turn_of(session->id, *message.client_message_id);
    if (!before) return tl::unexpected(store_down(before.error()));
    if (*before) return repeated(std::move(**before), std::move(token));
  }
  if (session->last_active < oldest_alive()) session = after_silence(std::move(*session));
  return answered(message, *session, std::move(token), resumed);
}

TurnResult Engine::repeated(StoredTurn turn, std::string token) const {
  TurnResult result;
  result.conversation = std::move(token);
  result.turn = turn.turn;
  result.language = turn.language;
  result.replies = std::move(turn.replies);
  result.handoff = std::move(turn.handoff);
  result.trace.repeated = true;
  return result;
}

tl::expected<TurnResult, TurnError> Engine::answered(const Message& message, const Session& session,
                                                     std::string token, bool resumed) {
  const auto snapshot = snapshots_.current();
  const auto today = knowledge::day_in_zone(message.received, firm_.time_zone);
  if (!today)
    return tl::unexpected(TurnError{TurnErrorKind::store_down, 1, "unknown time zone " + firm_.time_zone});
  Session spoken_to = session;
  if (message.language) spoken_to.language = *message.language;
  StageTimes times;
  Laps laps(clock_);
  auto heard = hear(*snapshot, spoken_to, message.text, *today);
  times.understand = laps.lap();
  CaseTurn cases;
  auto settings = settings_;
  settings.verifies = settings_.verifies && message.case_place != CasePlace::nowhere;
  if (settings.verifies && message.case_place == CasePlace::in_frame) {
    cases = sent_to_frame(heard, *snapshot, spoken_to);
  } else if (desk_ != nullptr && message.case_place == CasePlace::here) {
    auto served = desk_->serve(heard, *snapshot, spoken_to, message, *today);
    if (!served) return tl::unexpected(store_down(served.error()));
    cases = std::move(*served);
    spoken_to.verification = cases.next;
  }
  times.cases = laps.lap();
  auto said = say(*snapshot, firm_, spoken_to, std::move(heard), cases, *today, settings);
  said.next.last_active = message.received;
  const auto records = requests_.records_of_turn(said, spoken_to, message, *snapshot, *today);
  if (!records) return tl::unexpected(store_down(records.error()));

  times.answer = laps.lap();
  StoredTurn turn{said.next.turns,           message.text,    said.replies, said.next.language, said.handoff,
                  message.client_message_id, message.received};
  if (auto stored = store_.commit(said.next, turn, *records); !stored)
    return tl::unexpected(store_down(stored.error()));
  times.store = laps.lap();
  said.trace.times = times;
  return TurnResult{std::move(token),
                    resumed,
                    turn.turn,
                    said.next.language,
                    std::move(said.replies),
                    std::move(said.handoff),
                    std::move(said.trace)};
}

tl::expected<std::optional<std::vector<StoredTurn>>, StoreError> Engine::turns(std::string_view token) const {
  const auto id = entropy_.digest(token);
  auto session = store_.session(id, oldest_alive());
  if (!session) return tl::unexpected(session.error());
  if (!*session) return std::nullopt;
  auto turns = store_.turns(id, turns_shown);
  if (!turns) return tl::unexpected(turns.error());
  return std::optional(std::move(*turns));
}

tl::expected<void, StoreError> Engine::forget(std::string_view token) {
  const auto id = entropy_.digest(token);
  const auto session = store_.session(id, {});
  if (!session) return tl::unexpected(session.error());
  if (audit_ != nullptr && *session) {
    AuditEntry entry;
    entry.at = clock_.now();
    entry.channel = (*session)->channel;
    entry.session = id;
    entry.event = "forgotten";
    if (auto noted = audit_->append(entry); !noted) return noted;
  }
  return store_.forget(id);
}

}  // namespace tulay::bot
