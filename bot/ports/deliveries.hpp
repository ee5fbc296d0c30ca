#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <tl/expected.hpp>

#include "bot/ports/outbox.hpp"

namespace tulay::bot {

/// Only ever moves forward; the last three are final.
enum class DeliveryStatus : std::uint8_t { queued, sent, delivered, undelivered, failed };

/// What a gateway tells of a text of ours.
struct Delivery {
  std::string provider_id;  // the gateway's id of the text
  DeliveryStatus status = DeliveryStatus::queued;
  std::string code;  // why it did not arrive
  knowledge::Instant at{};
};

/// How texts fared, and which numbers take none. May be shared by threads.
class Deliveries {
 public:
  virtual ~Deliveries() = default;
  /// On disk when it returns. The text that the report moved forward, its words perhaps gone; nothing for a
  /// repetition, for a report that came too late, and for a text that the outbox does not know by that id:
  /// should it come to know it, the report counts then.
  [[nodiscard]] virtual tl::expected<std::optional<ClaimedText>, StoreError> note(
      const Delivery& delivery) = 0;
  /// The text did not arrive, and is tried once more.
  [[nodiscard]] virtual tl::expected<void, StoreError> again(std::int64_t id, knowledge::Instant due) = 0;

  [[nodiscard]] virtual tl::expected<bool, StoreError> is_dead(std::string_view phone) const = 0;
  [[nodiscard]] virtual tl::expected<void, StoreError> mark_dead(std::string_view phone,
                                                                 std::string_view code,
                                                                 knowledge::Instant at) = 0;
  /// Somebody texts from it, so it lives.
  [[nodiscard]] virtual tl::expected<void, StoreError> revive(std::string_view phone) = 0;
};

}  // namespace tulay::bot
