#pragma once

#include <memory>
#include <string>
#include <tl/expected.hpp>

#include "adapters/store/sqlite_code_ledger.hpp"
#include "bot/engine/case_desk.hpp"

namespace tulay::cli {

/// What a client's own case needs: the directory, the identity check, the audit and the desk. Members die in
/// reverse.
class CaseWiring {
 public:
  CaseWiring(std::unique_ptr<bot::CaseDirectory> directory, bot::Outbox& outbox,
             store::Connection& connection, bot::AuditLog& audit, bot::Entropy& entropy,
             const bot::Firm& firm)
      : directory_(std::move(directory)),
        codes_(connection),
        identity_(entropy, codes_, {}),
        desk_(*directory_, identity_, outbox, audit, firm) {}

  [[nodiscard]] bot::CaseDesk& desk() { return desk_; }

 private:
  std::unique_ptr<bot::CaseDirectory> directory_;
  store::SqliteCodeLedger codes_;
  bot::Identity identity_;
  bot::CaseDesk desk_;
};

}  // namespace tulay::cli
