#include "adapters/cli/commands.hpp"
#include "adapters/console/repl.hpp"

namespace tulay::cli {

int console(const Config& config, const ConsoleOptions& options) {
  const console::Workbench workbench{[&config](knowledge::Problems& problems) {
                                       return bot::Snapshot::load(config.data_dir, config.firm, problems);
                                     },
                                     config.firm, day_for(options.today, config)};
  if (!load_knowledge(config)) return bad_usage;
  console::run_console(workbench, console::standard_terminal());
  return done;
}

}  // namespace tulay::cli
