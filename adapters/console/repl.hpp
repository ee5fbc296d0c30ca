#pragma once

#include <functional>
#include <memory>
#include <optional>
#include <string>

#include "bot/engine/engine.hpp"

namespace tulay::console {

/// Where the console's lines come from and whether colour makes sense; a terminal, a pipe, or a test.
struct Terminal {
  std::function<std::optional<std::string>(const std::string& prompt)> read_line;
  std::function<void(const std::string& text)> write;
  bool colour = false;
};

/// What the console works with.
struct Workbench {
  std::function<std::shared_ptr<const bot::Snapshot>(knowledge::Problems&)> load;
  const bot::Firm& firm;
  knowledge::Date today;
};

/// The staff console: answers as the chosen channel would show them, and on /why the whole reasoning.
/// Commands: /why /lang /channel /today /reload /new /help /quit. Returns when the input ends.
void run_console(const Workbench& workbench, const Terminal& terminal);

/// Line editing with history (libedit) on a terminal; plain lines otherwise.
[[nodiscard]] Terminal standard_terminal();

}  // namespace tulay::console
