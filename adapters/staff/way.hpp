#pragma once

#include <stop_token>
#include <string>
#include <string_view>
#include <tl/expected.hpp>

#include "bot/ports/staff_desk.hpp"

namespace tulay::staff {

/// Why staff were not told, or perhaps were not.
struct NotTold {
  std::string why;      // for the log; nothing of the client
  int retry_after = 0;  // seconds, where the other side says
};

/// One way to tell staff of a request for a person. For one thread.
class Way {
 public:
  virtual ~Way() = default;
  /// "webhook", "mail": what was told is kept under it.
  [[nodiscard]] virtual std::string_view name() const = 0;
  /// Gives up soon after a stop is asked for.
  [[nodiscard]] virtual tl::expected<void, NotTold> tell(const bot::OwedNotice& notice,
                                                         const std::stop_token& stop) = 0;
};

}  // namespace tulay::staff
