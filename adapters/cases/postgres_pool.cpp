#include "adapters/cases/postgres_pool.hpp"

#include <exception>

namespace tulay::cases {

PostgresPool::PostgresPool(Make make, int most)
    : make_(std::move(make)), most_(most), maker_([this](const std::stop_token& stop) { run(stop); }) {}

tl::expected<PostgresPool::Lease, DatabaseError> PostgresPool::take(
    std::chrono::steady_clock::time_point until) {
  std::unique_lock lock(mutex_);
  const auto failures_before = failures_;
  ++waiting_;
  changed_.notify_all();
  const auto settled = [&] { return !idle_.empty() || failures_ != failures_before; };
  changed_.wait_until(lock, until, settled);
  --waiting_;
  if (!idle_.empty()) {
    auto connection = std::move(idle_.back());
    idle_.pop_back();
    return Lease(*this, std::move(connection));
  }
  if (failures_ != failures_before) return tl::unexpected(last_failure_);
  return tl::unexpected(DatabaseError{bot::CaseError::timed_out, "no connection became free in time"});
}

void PostgresPool::forget_idle() {
  std::vector<std::unique_ptr<PostgresConnection>> closed;
  const std::lock_guard lock(mutex_);
  closed.swap(idle_);
  open_ -= static_cast<int>(closed.size());
}

void PostgresPool::give_back(std::unique_ptr<PostgresConnection> connection, bool usable) {
  const std::lock_guard lock(mutex_);
  if (usable) {
    connection->idle_since = std::chrono::steady_clock::now();
    idle_.push_back(std::move(connection));
  } else {
    --open_;
  }
  changed_.notify_all();
}

void PostgresPool::make_one(std::unique_lock<std::mutex>& lock) {
  ++open_;
  lock.unlock();
  std::unique_ptr<PostgresConnection> made;
  std::string why;
  try {
    made = make_();
  } catch (const std::exception& exception) {
    why = exception.what();
  }
  lock.lock();
  if (made) {
    idle_.push_back(std::move(made));
  } else {
    --open_;
    ++failures_;
    last_failure_ = {bot::CaseError::unavailable, std::move(why)};
  }
  changed_.notify_all();
}

void PostgresPool::run(const std::stop_token& stop) {
  std::unique_lock lock(mutex_);
  const auto needed = [&] { return waiting_ > static_cast<int>(idle_.size()) && open_ < most_; };
  while (changed_.wait(lock, stop, needed)) make_one(lock);
}

}  // namespace tulay::cases
