#pragma once

#include <memory>
#include <optional>
#include <string>
#include <tl/expected.hpp>

#include "adapters/cases/guarded_directory.hpp"
#include "adapters/cli/case_wiring.hpp"
#include "adapters/cli/config.hpp"
#include "adapters/cli/logging.hpp"
#include "adapters/cli/repeating.hpp"
#include "adapters/cli/sms_wiring.hpp"
#include "adapters/cli/staff_wiring.hpp"
#include "adapters/store/sqlite_audit.hpp"
#include "adapters/store/sqlite_store.hpp"
#include "adapters/system/demo_outbox.hpp"
#include "adapters/system/system_clock.hpp"
#include "adapters/system/system_entropy.hpp"
#include "bot/engine/engine.hpp"
#include "bot/server/metrics.hpp"
#include "bot/server/server.hpp"

namespace tulay::cli {

/// Every long-lived object of `tulay serve`, made once, in order; members die in reverse.
class Wiring {
 public:
  /// Why the program cannot start, as one sentence. `directory` may be none.
  static tl::expected<std::unique_ptr<Wiring>, std::string> make(
      const Config& config, std::shared_ptr<const bot::Snapshot> snapshot,
      std::unique_ptr<bot::CaseDirectory> directory, const Log& log);

  [[nodiscard]] server::Server& server() { return *server_; }
  [[nodiscard]] std::string url() const;
  /// Reads the data files aside; the old knowledge stays when they have errors.
  void reload();

 private:
  Wiring(const Config& config, std::shared_ptr<const bot::Snapshot> snapshot, const Log& log,
         std::unique_ptr<system::SystemEntropy> entropy, std::unique_ptr<store::SqliteStore> store,
         std::unique_ptr<bot::CaseDirectory> directory, std::unique_ptr<SmsWiring> sms);
  [[nodiscard]] std::unique_ptr<bot::CaseDirectory> guarded(std::unique_ptr<bot::CaseDirectory> directory);
  [[nodiscard]] std::vector<server::Route> routes();
  void note(const server::AccessEntry& entry);
  void note(std::string_view request_id, const bot::Trace& trace);
  void failed(std::string_view request_id, std::string_view what);
  void erase_what_is_old();

  system::SystemClock clock_;
  Config config_;
  const Log& log_;
  server::Metrics metrics_;
  std::unique_ptr<system::SystemEntropy> entropy_;
  std::unique_ptr<store::SqliteStore> store_;
  bot::SnapshotCell snapshots_;
  std::unique_ptr<SmsWiring> sms_;                      // only with a gateway
  system::DemoOutbox demo_outbox_;                      // where there is none
  const cases::GuardedDirectory* directory_ = nullptr;  // inside cases_
  store::SqliteAudit audit_;
  std::optional<CaseWiring> cases_;  // only with a case directory
  bot::Engine engine_;
  bot::RequestDesk requests_;
  StaffWiring staff_;
  Repeating eraser_;
  std::unique_ptr<server::Server> server_;
};

}  // namespace tulay::cli
