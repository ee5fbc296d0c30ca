#pragma once

#include <deque>
#include <mutex>
#include <optional>
#include <string>
#include <string_view>
#include <unordered_map>

#include "knowledge/calendar.hpp"

namespace tulay::bot {

/// At most so many messages in a while from each sender: a conversation, or a block of addresses. May be
/// shared by threads; the table is bounded, the oldest senders fall out first.
class Limits {
 public:
  explicit Limits(int most, std::chrono::seconds within = std::chrono::minutes(1));
  /// Seconds to wait when the sender has used up its share; nothing when the message may pass. An empty
  /// sender is nobody in particular and never waits.
  [[nodiscard]] std::optional<int> wait(std::string_view sender, knowledge::Instant now);

 private:
  std::size_t most_;
  std::chrono::seconds within_;
  std::mutex mutex_;
  std::unordered_map<std::string, std::deque<knowledge::Instant>> recent_;
  std::deque<std::string> oldest_;
};

}  // namespace tulay::bot
