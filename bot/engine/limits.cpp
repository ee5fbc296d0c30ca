#include "bot/engine/limits.hpp"

namespace tulay::bot {
namespace {

constexpr std::chrono::seconds window{60};
constexpr std::size_t most_conversations = 100'000;

}  // namespace

Limits::Limits(int per_minute) : per_minute_(per_minute) {}

std::optional<int> Limits::wait(std::string_view conversation, knowledge::Instant now) {
  const std::lock_guard lock(mutex_);
  const auto [entry, is_new] = recent_.try_emplace(std::string(conversation));
  if (is_new) {
    oldest_.push_back(entry->first);
    if (oldest_.size() > most_conversations) {
      recent_.erase(oldest_.front());
      oldest_.pop_front();
    }
  }
  auto& times = entry->second;
  while (!times.empty() && now - times.front() >= window) times.pop_front();
  if (times.size() >= static_cast<std::size_t>(per_minute_)) {
    return static_cast<int>((window - (now - times.front())).count());
  }
  times.push_back(now);
  return std::nullopt;
}

}  // namespace tulay::bot
