#pragma once

#include <functional>
#include <memory>
#include <string_view>
#include <vector>

#include "adapters/cli/config.hpp"
#include "adapters/cli/repeating.hpp"
#include "adapters/staff/net.hpp"
#include "adapters/staff/notifier.hpp"
#include "adapters/store/sqlite_notices.hpp"
#include "adapters/system/system_clock.hpp"

namespace tulay::cli {

/// What telling staff needs: what is owed, and for each way that is set up a thread of its own, so that one
/// that hangs does not hold up the other. Stops within a second or two.
class StaffWiring {
 public:
  /// `failed` is for the log.
  StaffWiring(const Config& config, store::Connection& connection,
              std::function<void(std::string_view)> failed);
  ~StaffWiring();
  StaffWiring(const StaffWiring&) = delete;
  StaffWiring& operator=(const StaffWiring&) = delete;

 private:
  system::SystemClock clock_;
  store::SqliteNotices notices_;
  staff::CurlNet net_;
  std::function<void(std::string_view)> failed_;
  std::vector<std::unique_ptr<staff::Way>> ways_;
  std::vector<std::unique_ptr<Repeating>> tellers_;
};

}  // namespace tulay::cli
