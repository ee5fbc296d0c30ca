#pragma once

#include <string_view>
#include <tl/expected.hpp>

#include "bot/engine/case_turn.hpp"
#include "bot/engine/heard.hpp"
#include "bot/engine/identity.hpp"
#include "bot/ports/audit.hpp"
#include "bot/ports/firm.hpp"
#include "bot/ports/message.hpp"
#include "bot/ports/outbox.hpp"

namespace tulay::bot {

/// Whoever asks of a case where none may be shown is sent to the frame; nothing is read.
[[nodiscard]] CaseTurn sent_to_frame(const Heard& heard, const Snapshot& snapshot, const Session& session);

/// The turn's business with the firm's cases: who is this, then what does the file say. Every look-up is in
/// the audit before anything of it can be said. May be shared by threads.
class CaseDesk {
 public:
  CaseDesk(const CaseDirectory& directory, Identity& identity, Outbox& outbox, AuditLog& audit,
           const Firm& firm);

  [[nodiscard]] tl::expected<CaseTurn, StoreError> serve(const Heard& heard, const Snapshot& snapshot,
                                                         const Session& session, const Message& message,
                                                         knowledge::Date today);

 private:
  struct Visit;
  void take_proof(Visit& visit) const;
  [[nodiscard]] tl::expected<void, StoreError> begin(Visit& visit, const CaseKey& key);
  [[nodiscard]] tl::expected<void, StoreError> look_up(Visit& visit, const Verified& who);
  [[nodiscard]] tl::expected<void, StoreError> note(const Visit& visit, std::string event,
                                                    std::string contact_id);

  const CaseDirectory& directory_;
  Identity& identity_;
  Outbox& outbox_;
  AuditLog& audit_;
  const Firm& firm_;
};

}  // namespace tulay::bot
