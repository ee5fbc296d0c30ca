#include "adapters/system/demo_outbox.hpp"

#include <algorithm>

namespace tulay::system {
namespace {

constexpr std::size_t kept = 50;

}  // namespace

tl::expected<void, bot::StoreError> DemoOutbox::queue(const bot::QueuedText& text) {
  if (text.to.empty()) return {};  // nobody may get it; queued only so that it takes as long
  {
    const std::lock_guard guard(mutex_);
    const auto same = [&](const bot::QueuedText& other) { return other.key == text.key; };
    if (std::any_of(texts_.begin(), texts_.end(), same)) return {};
    if (texts_.size() == kept) texts_.erase(texts_.begin());
    texts_.push_back(text);
  }
  told_(text);
  return {};
}

std::vector<bot::QueuedText> DemoOutbox::texts() const {
  const std::lock_guard guard(mutex_);
  return texts_;
}

}  // namespace tulay::system
