#include "bot/server/workers.hpp"

#include <utility>

namespace tulay::server {

Workers::Workers(std::size_t count, std::size_t waiting_at_most, std::chrono::milliseconds longest_wait)
    : waiting_at_most_(waiting_at_most), longest_wait_(longest_wait) {
  threads_.reserve(count);
  for (std::size_t i = 0; i < count; ++i) threads_.emplace_back([this, i] { work(i); });
}

Workers::~Workers() { finish(); }

bool Workers::offer(Job job) {
  const auto now = Clock::now();
  {
    const std::lock_guard lock(mutex_);
    if (finishing_ || waiting_.size() >= waiting_at_most_) return false;
    if (!waiting_.empty() && now - waiting_.front().since > longest_wait_) return false;
    waiting_.push_back({std::move(job), now});
  }
  changed_.notify_one();
  return true;
}

std::size_t Workers::waiting() {
  const std::lock_guard lock(mutex_);
  return waiting_.size();
}

void Workers::finish() {
  {
    const std::lock_guard lock(mutex_);
    finishing_ = true;
  }
  changed_.notify_all();
  threads_.clear();
}

void Workers::work(std::size_t worker) {
  while (true) {
    std::unique_lock lock(mutex_);
    changed_.wait(lock, [this] { return finishing_ || !waiting_.empty(); });
    if (waiting_.empty()) return;
    const auto job = std::move(waiting_.front().job);
    waiting_.pop_front();
    lock.unlock();
    job(worker);
  }
}

}  // namespace tulay::server
