#pragma once

#include "bot/ports/sms_ledger.hpp"

namespace tulay::store {

class Connection;

/// What clients' texts were answered, in the store's file. May be shared by threads.
class SqliteSmsLedger final : public bot::SmsLedger {
 public:
  /// The connection must outlive it.
  explicit SqliteSmsLedger(Connection& connection) : connection_(connection) {}

  [[nodiscard]] tl::expected<std::optional<bot::SmsAnswer>, bot::StoreError> answer_to(
      std::string_view gateway, std::string_view message_id) const override;
  [[nodiscard]] tl::expected<std::optional<bot::SmsAnswer>, bot::StoreError> last_answer(
      std::string_view conversation, knowledge::Instant not_before) const override;
  [[nodiscard]] tl::expected<int, bot::StoreError> answers_since(std::string_view conversation,
                                                                 knowledge::Instant since) const override;
  [[nodiscard]] tl::expected<void, bot::StoreError> keep(const bot::SmsAnswer& answer) override;
  [[nodiscard]] tl::expected<bool, bot::StoreError> first_use(std::string_view gateway,
                                                              std::string_view nonce,
                                                              std::string_view content,
                                                              knowledge::Instant at) override;
  [[nodiscard]] tl::expected<std::string, bot::StoreError> secret() const override;

 private:
  Connection& connection_;
};

}  // namespace tulay::store
