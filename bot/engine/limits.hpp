#pragma once

#include <deque>
#include <mutex>
#include <optional>
#include <string>
#include <string_view>
#include <unordered_map>

#include "knowledge/calendar.hpp"

namespace tulay::bot {

/// At most so many messages a minute and conversation. May be shared by threads; the table is bounded, the
/// oldest conversations fall out first.
class Limits {
 public:
  explicit Limits(int per_minute);
  /// Seconds to wait when the conversation has used up its minute; nothing when the message may pass.
  [[nodiscard]] std::optional<int> wait(std::string_view conversation, knowledge::Instant now);

 private:
  int per_minute_;
  std::mutex mutex_;
  std::unordered_map<std::string, std::deque<knowledge::Instant>> recent_;
  std::deque<std::string> oldest_;
};

}  // namespace tulay::bot
