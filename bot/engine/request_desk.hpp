#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <tl/expected.hpp>

#include "bot/engine/snapshot.hpp"
#include "bot/ports/entropy.hpp"
#include "bot/ports/firm.hpp"
#include "bot/ports/message.hpp"
#include "bot/ports/store.hpp"

namespace tulay::bot {

struct Said;

/// A client's request for a person by the form; texts trimmed, valid UTF-8, within the channel's limits.
struct PersonRequest {
  std::optional<std::string> conversation;  // the token; unknown and expired ones are no error
  std::string name;
  std::string reach_by;
  std::string when;
  std::string message;
  std::optional<knowledge::Language> language;
  knowledge::Instant received{};
};

/// A request that is stored: what the client is told.
struct RequestTaken {
  std::string ticket;
  knowledge::HandoffLevel level = knowledge::HandoffLevel::normal;
  knowledge::Language language = knowledge::Language::en;
  std::string phone;
  std::string text;
};

/// A thumb; the token as the client has it.
struct Thumb {
  std::string conversation;
  int turn = 0;
  bool helpful = true;
  std::string comment;
  knowledge::Instant received{};
};

/// What clients have for staff: requests for a person out of a turn or by the form, and thumbs. May be shared
/// by threads.
class RequestDesk {
 public:
  /// All must outlive it.
  RequestDesk(const SnapshotCell& snapshots, TurnStore& store, const Entropy& entropy, const Firm& firm)
      : snapshots_(snapshots), store_(store), entropy_(entropy), firm_(firm) {}

  /// What to store along with a turn; where staff get a request, the client is told so in its replies.
  [[nodiscard]] tl::expected<Records, StoreError> records_of_turn(Said& said, const Session& before,
                                                                  const Message& message,
                                                                  const Snapshot& snapshot,
                                                                  knowledge::Date today) const;
  /// On disk when it returns.
  [[nodiscard]] tl::expected<RequestTaken, StoreError> take(const PersonRequest& request);
  /// On disk when it returns. False: there is no such turn.
  [[nodiscard]] tl::expected<bool, StoreError> take(const Thumb& thumb);

 private:
  [[nodiscard]] std::string ticket_of(std::string_view conversation) const;

  const SnapshotCell& snapshots_;
  TurnStore& store_;
  const Entropy& entropy_;
  const Firm& firm_;
};

}  // namespace tulay::bot
