#pragma once

#include <chrono>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <tl/expected.hpp>
#include <vector>

#include "bot/engine/case_desk.hpp"
#include "bot/engine/limits.hpp"
#include "bot/engine/one_at_a_time.hpp"
#include "bot/engine/request_desk.hpp"
#include "bot/engine/snapshot.hpp"
#include "bot/engine/trace.hpp"
#include "bot/ports/audit.hpp"
#include "bot/ports/clock.hpp"
#include "bot/ports/entropy.hpp"
#include "bot/ports/firm.hpp"
#include "bot/ports/message.hpp"
#include "bot/ports/store.hpp"

namespace tulay::bot {

/// The whole effect of a turn, after it was stored.
struct TurnResult {
  std::string conversation;  // the token to send next time
  bool resumed = true;       // false: the token was unknown or expired, a new conversation began
  int turn = 0;
  knowledge::Language language = knowledge::Language::en;
  std::vector<Reply> replies;
  std::optional<HandoffNotice> handoff;
  Trace trace;
};

enum class TurnErrorKind : std::uint8_t { too_many, busy, store_down };

/// Why a turn was refused; nothing was stored. `retry_after` in seconds.
struct TurnError {
  TurnErrorKind kind = TurnErrorKind::store_down;
  int retry_after = 1;
  std::string detail;  // for the log
};

struct EngineSettings {
  bool verifies = true;          // there are cases to read: a question about one leads to the identity check
  int session_hours = 24 * 7;    // a conversation resumes this long after its last message
  int messages_per_minute = 20;  // per conversation
  // Per block of addresses; clinics and churches share one.
  int block_per_minute = 60;
  int block_per_hour = 600;
  int block_new_per_minute = 10;  // conversations begun
  int offered_at_most = 3;
  bool opening = true;  // say at the start of a conversation who is speaking
};

/// One turn of a conversation: understand, plan, answer, store. May be shared by threads.
class Engine {
 public:
  /// Without a `desk` no case is read. `audit` hears of conversations that clients had forgotten.
  Engine(const SnapshotCell& snapshots, TurnStore& store, const Clock& clock, Entropy& entropy,
         const Firm& firm, EngineSettings settings, AuditLog* audit = nullptr, CaseDesk* desk = nullptr);

  [[nodiscard]] tl::expected<TurnResult, TurnError> take(const Message& message);

  /// The turns of the token's conversation, oldest first; nothing when it is unknown or expired.
  [[nodiscard]] tl::expected<std::optional<std::vector<StoredTurn>>, StoreError> turns(
      std::string_view token) const;
  /// "Forget this chat", noted in the audit before it is done; unknown tokens are not an error.
  [[nodiscard]] tl::expected<void, StoreError> forget(std::string_view token);

 private:
  [[nodiscard]] knowledge::Instant oldest_alive() const;
  [[nodiscard]] Session fresh_session(const Message& message, std::string id) const;
  [[nodiscard]] static Session after_silence(Session session);
  /// Seconds to wait, where a limit stands against the message. `id` is empty without a token.
  [[nodiscard]] std::optional<int> must_wait(const Message& message, const std::string& id);
  [[nodiscard]] TurnResult repeated(StoredTurn turn, std::string token) const;
  [[nodiscard]] tl::expected<TurnResult, TurnError> answered(const Message& message, const Session& session,
                                                             std::string token, bool resumed);

  const SnapshotCell& snapshots_;
  TurnStore& store_;
  const Clock& clock_;
  Entropy& entropy_;
  const Firm& firm_;
  EngineSettings settings_;
  AuditLog* audit_;
  CaseDesk* desk_;
  RequestDesk requests_;
  OneAtATime turns_;
  Limits limits_;
  Limits block_minutes_;
  Limits block_hours_;
  Limits block_beginnings_;
};

/// The pure middle of a turn, for `tulay ask`, `eval` and golden conversations too: what is said and what
/// the session becomes. `today` is the day in the firm's zone.
struct Said {
  std::vector<Reply> replies;
  std::optional<HandoffNotice> handoff;
  Session next;
  Trace trace;
};
[[nodiscard]] Said say(const Snapshot& snapshot, const Firm& firm, const Session& session,
                       std::string_view text, knowledge::Date today, const EngineSettings& settings);
/// The same for a message that was heard, with what the desk says about cases.
[[nodiscard]] Said say(const Snapshot& snapshot, const Firm& firm, const Session& session, Heard heard,
                       const CaseTurn& cases, knowledge::Date today, const EngineSettings& settings);

}  // namespace tulay::bot
