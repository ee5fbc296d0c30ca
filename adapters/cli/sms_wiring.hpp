#pragma once

#include <condition_variable>
#include <functional>
#include <memory>
#include <mutex>
#include <string>
#include <string_view>
#include <thread>
#include <tl/expected.hpp>
#include <vector>

#include "adapters/cli/config.hpp"
#include "adapters/sms/gateway.hpp"
#include "adapters/sms/inbound.hpp"
#include "adapters/sms/outbox_sender.hpp"
#include "adapters/store/sqlite_opt_outs.hpp"
#include "adapters/store/sqlite_outbox.hpp"
#include "adapters/store/sqlite_sms_ledger.hpp"
#include "adapters/system/system_clock.hpp"

namespace tulay::cli {

/// What texting needs: the gateway, the opt-outs, the ledger, the outbox and the thread that empties it.
/// Members die in reverse; the thread first.
class SmsWiring {
 public:
  /// Why it cannot start, as one sentence. `failed` is for the log.
  static tl::expected<std::unique_ptr<SmsWiring>, std::string> make(
      const Config& config, store::Connection& connection, std::function<void(std::string_view)> failed);
  ~SmsWiring();
  SmsWiring(const SmsWiring&) = delete;
  SmsWiring& operator=(const SmsWiring&) = delete;

  [[nodiscard]] bot::Outbox& outbox() { return outbox_; }
  [[nodiscard]] std::vector<server::Route> routes(bot::Engine& engine, const bot::SnapshotCell& snapshots,
                                                  const bot::Firm& firm, const sms::SmsEvents& events);

 private:
  SmsWiring(const SmsConfig& config, std::string zone, std::unique_ptr<sms::Dialect> dialect,
            sms::Keywords keywords, store::Connection& connection,
            std::function<void(std::string_view)> failed);
  void send_until_stopped(const std::stop_token& stop);

  SmsConfig config_;
  system::SystemClock clock_;
  std::unique_ptr<sms::Dialect> dialect_;
  sms::Keywords keywords_;
  sms::NetClient client_;
  sms::Gateway gateway_;
  store::SqliteOptOuts opt_outs_;
  store::SqliteSmsLedger ledger_;
  store::SqliteOutbox outbox_;
  std::function<void(std::string_view)> failed_;
  sms::OutboxSender sender_;
  std::mutex mutex_;
  std::condition_variable_any stopping_;
  std::jthread thread_;
};

}  // namespace tulay::cli
