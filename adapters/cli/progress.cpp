#include "adapters/cli/progress.hpp"

#include <unistd.h>

#include <iostream>
#include <utility>

namespace tulay::cli {

std::function<void(std::size_t, std::size_t)> progress_on_stderr(std::string what) {
  const bool terminal = ::isatty(STDERR_FILENO) == 1;
  return
      [what = std::move(what), terminal, told = std::size_t{0}](std::size_t done, std::size_t all) mutable {
        const auto tenth = all == 0 ? 10 : done * 10 / all;
        if (!terminal && tenth == told) return;
        told = tenth;
        std::cerr << (terminal ? "\r" : "") << done << " of " << all << ' ' << what
                  << (terminal && done < all ? "" : "\n") << std::flush;
      };
}

}  // namespace tulay::cli
