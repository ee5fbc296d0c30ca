#include "adapters/cli/progress.hpp"

#include <unistd.h>

#include <iostream>
#include <utility>

namespace tulay::cli {

std::function<void(std::size_t, std::size_t)> progress_on_stderr(std::string what) {
  const bool terminal = ::isatty(STDERR_FILENO) == 1;
  return
      [what = std::move(what), terminal, told = std::size_t{0}](std::size_t so_far, std::size_t all) mutable {
        const auto tenth = all == 0 ? 10 : so_far * 10 / all;
        if (!terminal && tenth == told) return;
        told = tenth;
        std::cerr << (terminal ? "\r" : "") << so_far << " of " << all << ' ' << what
                  << (terminal && so_far < all ? "" : "\n") << std::flush;
      };
}

}  // namespace tulay::cli
