#pragma once

#include "adapters/cases/guarded_directory.hpp"
#include "adapters/store/sqlite_store.hpp"
#include "bot/engine/snapshot.hpp"
#include "bot/ports/clock.hpp"
#include "bot/ports/firm.hpp"
#include "bot/server/metrics.hpp"
#include "bot/server/server.hpp"

namespace tulay::cli {

/// What monitoring looks at beside what is counted; all must outlive the metrics. `directory` may be none.
struct Watched {
  server::Server& server;
  store::SqliteStore& store;
  const bot::SnapshotCell& snapshots;
  const cases::GuardedDirectory* directory;
  const bot::Clock& clock;
  const bot::Firm& firm;
};

void watch(server::Metrics& metrics, const Watched& watched);

}  // namespace tulay::cli
