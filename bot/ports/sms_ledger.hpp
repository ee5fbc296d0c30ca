#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <tl/expected.hpp>
#include <vector>

#include "bot/ports/store.hpp"
#include "knowledge/calendar.hpp"
#include "knowledge/language.hpp"

namespace tulay::bot {

/// What one text of a client was answered. Kept a week, so that a gateway that asks again hears the same.
struct SmsAnswer {
  std::string gateway;
  std::string message_id;          // the gateway's
  std::string conversation;        // a digest
  std::vector<std::string> texts;  // none: silence was the answer
  std::string rest;                // what MORE shows
  knowledge::Language language = knowledge::Language::en;
  knowledge::Instant at{};
  bool farewell = false;  // the confirmation of an opt-out
};

/// What was answered, and which nonces came. May be shared by threads.
class SmsLedger {
 public:
  virtual ~SmsLedger() = default;
  [[nodiscard]] virtual tl::expected<std::optional<SmsAnswer>, StoreError> answer_to(
      std::string_view gateway, std::string_view message_id) const = 0;
  [[nodiscard]] virtual tl::expected<std::optional<SmsAnswer>, StoreError> last_answer(
      std::string_view conversation, knowledge::Instant not_before) const = 0;
  /// How many of them had a text.
  [[nodiscard]] virtual tl::expected<int, StoreError> answers_since(std::string_view conversation,
                                                                    knowledge::Instant since) const = 0;
  /// On disk when it returns; what is older than a week goes. A conflict when the message has its answer.
  [[nodiscard]] virtual tl::expected<void, StoreError> keep(const SmsAnswer& answer) = 0;
  /// May the request with this nonce pass? Not when the nonce came with other `content` before.
  [[nodiscard]] virtual tl::expected<bool, StoreError> first_use(std::string_view gateway,
                                                                 std::string_view nonce,
                                                                 std::string_view content,
                                                                 knowledge::Instant at) = 0;
  /// A secret of this store, made with it: what names conversations, so that nobody can guess their names.
  [[nodiscard]] virtual tl::expected<std::string, StoreError> secret() const = 0;
};

}  // namespace tulay::bot
