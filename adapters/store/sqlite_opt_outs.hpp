#pragma once

#include "bot/ports/opt_outs.hpp"

namespace tulay::store {

class Connection;

/// Opt-outs in the store's file. May be shared by threads.
class SqliteOptOuts final : public bot::OptOuts {
 public:
  /// The connection must outlive it.
  explicit SqliteOptOuts(Connection& connection) : connection_(connection) {}

  [[nodiscard]] tl::expected<bool, bot::StoreError> is_opted_out(std::string_view phone) const override;
  [[nodiscard]] tl::expected<bool, bot::StoreError> opt_out(std::string_view phone, knowledge::Instant when,
                                                            bot::OptOutSource source) override;
  [[nodiscard]] tl::expected<bool, bot::StoreError> opt_in(std::string_view phone, knowledge::Instant when,
                                                           bot::OptOutSource source) override;

 private:
  [[nodiscard]] tl::expected<bool, bot::StoreError> change(std::string_view phone, bool opted_out,
                                                           knowledge::Instant when, bot::OptOutSource source);
  Connection& connection_;
};

}  // namespace tulay::store
