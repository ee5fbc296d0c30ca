#include "bot/engine/limits.hpp"

namespace tulay::bot {
namespace {

constexpr std::size_t most_senders = 100'000;

}  // namespace

Limits::Limits(int most, std::chrono::seconds within)
    : most_(static_cast<std::size_t>(most)), within_(within) {}

std::optional<int> Limits::wait(std::string_view sender, knowledge::Instant now) {
  if (sender.empty()) return std::nullopt;
  const std::lock_guard lock(mutex_);
  const auto [entry, is_new] = recent_.try_emplace(std::string(sender));
  if (is_new) {
    oldest_.push_back(entry->first);
    if (oldest_.size() > most_senders) {
      recent_.erase(oldest_.front());
      oldest_.pop_front();
    }
  }
  auto& times = entry->second;
  while (!times.empty() && now - times.front() >= within_) times.pop_front();
  if (times.size() >= most_) {
    return static_cast<int>((within_ - (now - times.front())).count());
  }
  times.push_back(now);
  return std::nullopt;
}

}  // namespace tulay::bot
