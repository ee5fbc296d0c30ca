#include <iostream>

#include "adapters/cli/case_source.hpp"
#include "adapters/cli/commands.hpp"
#include "adapters/cli/logging.hpp"
#include "adapters/cli/signals.hpp"
#include "adapters/cli/tell.hpp"
#include "adapters/cli/wiring.hpp"
#include "adapters/web/widget_routes.hpp"

namespace tulay::cli {
namespace {

bool open_to_others(const std::string& address) {
  return address != "127.0.0.1" && address != "::1" && address != "localhost";
}

}  // namespace

int serve(const Config& config) {
  hold_signals();
  auto snapshot = load_knowledge(config);
  if (!snapshot) return bad_usage;
  knowledge::Problems problems;
  auto cases = open_cases(config.cases, day_for({}, config), problems);
  tell(problems);
  if (knowledge::has_errors(problems)) return bad_usage;
  const std::string version = snapshot->version;
  const Log log(config.log_level);
  const auto wiring = Wiring::make(config, std::move(snapshot), std::move(cases), log);
  if (!wiring) {
    std::cerr << "tulay: error: " << wiring.error() << '\n';
    return bad_usage;
  }
  if (open_to_others(config.listen_address)) {
    log.warn("listen.address is open to other machines; put nginx in front (deploy/)");
  }
  auto& program = **wiring;
  const Signals signals(
      [&] {
        log.stopping();
        program.server().drain();
      },
      [&] { program.reload(); });
  std::cout << "listening on " << program.url() << std::endl;
  std::cout << "widget: " << web::embed_line(program.url()) << std::endl;
  log.listening(program.url(), version);
  program.server().run();
  log.stopped();
  return done;
}

}  // namespace tulay::cli
