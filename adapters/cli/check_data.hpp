#pragma once

#include <cstddef>
#include <memory>

#include "adapters/cli/config.hpp"
#include "bot/engine/snapshot.hpp"

namespace tulay::cli {

/// The data files of data.dir, loaded and tried: examples, review dates, golden conversations.
struct CheckedData {
  std::shared_ptr<const bot::Snapshot> snapshot;  // none with an error
  std::size_t examples = 0;
  std::size_t conversations = 0;
  knowledge::Problems problems;
};

/// What `tulay check` does, and what a change that staff make must pass.
[[nodiscard]] CheckedData check_data(const Config& config, knowledge::Date today);

}  // namespace tulay::cli
