#pragma once

#include <functional>
#include <mutex>
#include <vector>

#include "bot/ports/outbox.hpp"

namespace tulay::system {

/// The outbox of `tulay serve --demo`: sends nothing, keeps the last texts in memory for the demo page to
/// show. May be shared by threads.
class DemoOutbox final : public bot::Outbox {
 public:
  /// `told` hears of every text that would have gone out.
  explicit DemoOutbox(std::function<void(const bot::QueuedText&)> told) : told_(std::move(told)) {}
  [[nodiscard]] tl::expected<void, bot::StoreError> queue(const bot::QueuedText& text) override;
  /// Oldest first.
  [[nodiscard]] std::vector<bot::QueuedText> texts() const;

 private:
  std::function<void(const bot::QueuedText&)> told_;
  mutable std::mutex mutex_;
  std::vector<bot::QueuedText> texts_;
};

}  // namespace tulay::system
