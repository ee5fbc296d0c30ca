#pragma once

#include <memory>

#include "adapters/cli/config.hpp"
#include "adapters/cli/options.hpp"
#include "bot/engine/snapshot.hpp"

namespace tulay::cli {

inline constexpr int done = 0;
inline constexpr int found_problems = 1;
inline constexpr int bad_usage = 2;

// One function a command, one file each. Each returns the exit status.

[[nodiscard]] int serve(const Config& config);
[[nodiscard]] int ask(const Config& config, const AskOptions& options);
[[nodiscard]] int check(const Config& config, const CheckOptions& options);
/// Fits the weights to the examples, if the data changed, and keeps them beside the data.
[[nodiscard]] int fit(const Config& config);
[[nodiscard]] int eval(const Config& config, const EvalOptions& options);
[[nodiscard]] int console(const Config& config, const ConsoleOptions& options);
/// Lists the reminders of today; with `send` queues them, for a server to send.
[[nodiscard]] int remind(const Config& config, const RemindOptions& options);
[[nodiscard]] int review(const Config& config, const ReviewOptions& options);
/// `tulay store verify FILE`: is the audit whole?
[[nodiscard]] int verify_store(const StoreOptions& options);
/// `tulay store backup FILE TO`, also while a server has the store open.
[[nodiscard]] int back_up_store(const StoreOptions& options);
/// `tulay store restore BACKUP TO`, where no server runs and no store is.
[[nodiscard]] int restore_store(const StoreOptions& options);
/// `tulay store purge`, also while a server has the store open.
[[nodiscard]] int purge_store(const Config& config);
/// `tulay store migrate`, while no server runs. A server does the same at its start.
[[nodiscard]] int migrate_store(const Config& config);

/// `tulay cases check`: does the mapping fit the live database, and what is in it?
[[nodiscard]] int check_cases(const Config& config);
/// `tulay cases import FILE.csv`: whole or not at all.
[[nodiscard]] int import_cases(const Config& config, const CasesOptions& options);
/// `tulay cases show CASE`: noted in the audit before it is shown.
[[nodiscard]] int show_case(const Config& config, const CasesOptions& options);

/// The day asked for, or today in the firm's time zone.
[[nodiscard]] knowledge::Date day_for(const std::optional<knowledge::Date>& asked, const Config& config);

/// The knowledge of data.dir; with errors nothing, and one line each on stderr.
[[nodiscard]] std::shared_ptr<const bot::Snapshot> load_knowledge(const Config& config);

}  // namespace tulay::cli
