#pragma once

#include <filesystem>
#include <memory>
#include <mutex>
#include <optional>
#include <string>

#include "bot/ports/firm.hpp"
#include "intents/catalog.hpp"
#include "knowledge/knowledge.hpp"

namespace tulay::bot {

/// What the bot knows at one moment: knowledge and patterns that were loaded and checked together.
/// Immutable; shared.
struct Snapshot {
  knowledge::Knowledge knowledge;
  intents::Catalog catalog;
  std::string version;  // a short hash of the data files' contents

  /// Reads <data>/knowledge and <data>/intents, then checks what must agree between them (cross_check).
  /// With any error: nothing.
  static std::shared_ptr<const Snapshot> load(const std::filesystem::path& data, const Firm& firm,
                                              knowledge::Problems& problems);
};

/// The current snapshot; a turn copies it once and uses only that. May be shared by threads.
class SnapshotCell {
 public:
  explicit SnapshotCell(std::shared_ptr<const Snapshot> first);
  [[nodiscard]] std::shared_ptr<const Snapshot> current() const;
  void replace(std::shared_ptr<const Snapshot> next);

 private:
  mutable std::mutex mutex_;
  std::shared_ptr<const Snapshot> snapshot_;
};

}  // namespace tulay::bot
