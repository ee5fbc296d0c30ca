#pragma once

#include <condition_variable>
#include <cstddef>
#include <deque>
#include <functional>
#include <mutex>
#include <thread>
#include <vector>

namespace tulay::server {

/// A fixed number of threads and a bounded queue before them. May be shared by threads.
class Workers {
 public:
  Workers(std::size_t count, std::size_t waiting_at_most);
  ~Workers();
  Workers(const Workers&) = delete;
  Workers& operator=(const Workers&) = delete;

  /// False, and `job` untouched, when the queue is full.
  [[nodiscard]] bool offer(std::function<void()>& job);
  /// Ends after everything that was queued is done.
  void finish();

 private:
  void work();

  std::size_t waiting_at_most_;
  std::mutex mutex_;
  std::condition_variable changed_;
  std::deque<std::function<void()>> waiting_;
  bool finishing_ = false;
  std::vector<std::jthread> threads_;
};

}  // namespace tulay::server
