#include "adapters/cli/check_data.hpp"

#include "adapters/cli/check_examples.hpp"
#include "adapters/cli/check_sms.hpp"
#include "bot/engine/golden.hpp"
#include "intents/told_examples.hpp"
#include "knowledge/data_file.hpp"

namespace tulay::cli {
namespace {

using knowledge::Problems;

void append(Problems& to, const Problems& more) { to.insert(to.end(), more.begin(), more.end()); }

/// Plays every conversation below the folder; returns how many there were.
std::size_t play_conversations(const Config& config, const bot::Snapshot& snapshot, Problems& problems) {
  const auto files = knowledge::data_files_below(config.data_dir / "tests" / "conversations");
  for (const auto& file : files) {
    if (const auto golden = bot::read_golden(file, problems))
      append(problems, play(*golden, snapshot, config.firm));
  }
  return files.size();
}

}  // namespace

CheckedData check_data(const Config& config, knowledge::Date today) {
  CheckedData checked;
  checked.snapshot = bot::Snapshot::load(config.data_dir, config.firm, checked.problems);
  if (!checked.snapshot) return checked;
  const auto& catalog = checked.snapshot->catalog;
  const auto told =
      intents::read_told_examples(config.data_dir / "intents", catalog.intents(), checked.problems);
  checked.examples = catalog.examples().size() + told.size();
  append(checked.problems, check_examples(catalog, today));
  append(checked.problems, checked.snapshot->knowledge.stale_on(today));
  append(checked.problems, check_sms(config, *checked.snapshot, today));
  checked.conversations = play_conversations(config, *checked.snapshot, checked.problems);
  return checked;
}

}  // namespace tulay::cli
