#pragma once

#include "adapters/store/connection.hpp"
#include "bot/ports/code_ledger.hpp"

namespace tulay::store {

/// Codes of the last day, in the store's file: a restart forgets none. May be shared by threads.
class SqliteCodeLedger final : public bot::CodeLedger {
 public:
  explicit SqliteCodeLedger(Connection& connection) : connection_(connection) {}

  [[nodiscard]] tl::expected<bool, bot::StoreError> take(const bot::CodeAsked& asked,
                                                         const bot::CodeLimits& limits) override;

 private:
  Connection& connection_;
};

}  // namespace tulay::store
