#pragma once

#include <chrono>
#include <condition_variable>
#include <map>
#include <mutex>
#include <optional>
#include <string>

#include "adapters/sms/dialect.hpp"

namespace tulay::sms {

/// Puts together a long text that its gateway hands on in parts, each a request of its own and in any order.
/// May be shared by threads.
class Joining {
 public:
  /// `patience`: how long the first part waits for the others.
  explicit Joining(std::chrono::milliseconds patience) : patience_(patience) {}

  /// The whole text, or what of it has come in time; nothing when the call of another part has it. A text in
  /// one part is whole at once.
  [[nodiscard]] std::optional<InboundText> join(InboundText text);

 private:
  using Parts = std::map<int, InboundText>;

  std::chrono::milliseconds patience_;
  std::mutex mutex_;
  std::condition_variable taken_;
  std::map<std::string, Parts> waiting_;
};

}  // namespace tulay::sms
