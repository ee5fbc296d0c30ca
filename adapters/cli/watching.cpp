#include "adapters/cli/watching.hpp"

#include "adapters/store/waiting.hpp"

namespace tulay::cli {
namespace {

using Values = std::optional<std::vector<double>>;

double as_number(bool value) { return value ? 1 : 0; }

}  // namespace

void watch(server::Metrics& metrics, const Watched& watched) {
  metrics.watch({{"tulay_connections", "Connections of clients that are open."},
                 {"tulay_requests_waiting", "Whole requests that no worker has taken up yet."}},
                [watched]() -> Values {
                  const auto load = watched.server.load();
                  return Values{{static_cast<double>(load.connections), static_cast<double>(load.waiting)}};
                });
  metrics.watch({{"tulay_store_ready", "1 when the store can be written to."}},
                [watched]() -> Values { return Values{{as_number(watched.store.ready())}}; });
  metrics.watch({{"tulay_texts_waiting", "Texts that are due and not sent yet."},
                 {"tulay_tickets_open", "Requests for a person that nobody has closed."},
                 {"tulay_tickets_open_urgent", "Of these, the ones that should not wait."},
                 {"tulay_notices_failing", "Requests of which staff could not be told so far."}},
                [watched]() -> Values {
                  const auto found = store::waiting_in(watched.store.connection(), watched.clock.now());
                  if (!found) return std::nullopt;
                  return Values{{static_cast<double>(found->texts), static_cast<double>(found->tickets),
                                 static_cast<double>(found->urgent_tickets),
                                 static_cast<double>(found->notices_failing)}};
                });
  metrics.watch({{"tulay_facts_overdue", "Facts and topics past their review date."}}, [watched]() -> Values {
    const auto today = knowledge::day_in_zone(watched.clock.now(), watched.firm.time_zone);
    if (!today) return std::nullopt;
    return Values{{static_cast<double>(watched.snapshots.current()->knowledge.stale_on(*today).size())}};
  });
  if (watched.directory != nullptr) {
    metrics.watch({{"tulay_case_directory_up", "0 while look-ups in the firm's database are held back."}},
                  [watched]() -> Values { return Values{{as_number(watched.directory->up())}}; });
  }
}

}  // namespace tulay::cli
