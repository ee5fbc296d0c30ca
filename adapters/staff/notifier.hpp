#pragma once

#include <functional>
#include <string_view>

#include "adapters/staff/way.hpp"
#include "bot/ports/clock.hpp"

namespace tulay::staff {

/// Tells staff by one way of everything that is owed: each request at least once, those of a conversation in
/// order, as often as it takes. A receiver that fails is left alone for longer and longer, an hour at most;
/// other conversations go on. For one thread.
class Notifier {
 public:
  /// All must outlive it. `failed` hears why, for the log.
  Notifier(bot::NoticeDesk& desk, Way& way, const bot::Clock& clock,
           std::function<void(std::string_view)> failed);

  /// Everything that is due now; how many were told, or why the store could not be asked.
  [[nodiscard]] tl::expected<int, bot::StoreError> tell_due(const std::stop_token& stop);

 private:
  bot::NoticeDesk& desk_;
  Way& way_;
  const bot::Clock& clock_;
  std::function<void(std::string_view)> failed_;
};

}  // namespace tulay::staff
