#pragma once

#include <functional>
#include <memory>
#include <string>
#include <string_view>
#include <tl/expected.hpp>
#include <vector>

#include "adapters/cli/config.hpp"
#include "adapters/sms/gateway.hpp"
#include "adapters/sms/inbound.hpp"
#include "adapters/sms/postman.hpp"
#include "adapters/store/sqlite_deliveries.hpp"
#include "adapters/store/sqlite_opt_outs.hpp"
#include "adapters/store/sqlite_outbox.hpp"
#include "adapters/store/sqlite_sms_ledger.hpp"
#include "adapters/system/system_clock.hpp"

namespace tulay::cli {

/// What texting reads from the data folder.
struct SmsData {
  sms::Keywords keywords;
  sms::ErrorCodes codes;
  bot::QuietHours quiet;
};

/// What texting needs: the gateway, the opt-outs, the ledger, the outbox and the threads that empty it.
/// Members die in reverse; the threads first.
class SmsWiring {
 public:
  /// Why it cannot start, as one sentence. `failed` is for the log.
  static tl::expected<std::unique_ptr<SmsWiring>, std::string> make(
      const Config& config, store::Connection& connection, std::function<void(std::string_view)> failed);
  ~SmsWiring();
  SmsWiring(const SmsWiring&) = delete;
  SmsWiring& operator=(const SmsWiring&) = delete;

  [[nodiscard]] bot::Outbox& outbox() { return *postman_; }
  [[nodiscard]] std::vector<server::Route> routes(bot::Engine& engine, const bot::SnapshotCell& snapshots,
                                                  const bot::Firm& firm, const sms::SmsEvents& events);

 private:
  SmsWiring(const SmsConfig& config, std::unique_ptr<sms::Dialect> dialect, SmsData data,
            store::Connection& connection, std::function<void(std::string_view)> failed);

  SmsConfig config_;
  system::SystemClock clock_;
  std::unique_ptr<sms::Dialect> dialect_;
  SmsData data_;
  sms::NetClient client_;
  sms::Gateway gateway_;
  store::SqliteOptOuts opt_outs_;
  store::SqliteSmsLedger ledger_;
  store::SqliteDeliveries deliveries_;
  store::SqliteOutbox outbox_;
  std::function<void(std::string_view)> failed_;
  sms::OutboxSender sender_;
  std::unique_ptr<sms::Postman> postman_;
};

}  // namespace tulay::cli
