#pragma once

#include <chrono>
#include <condition_variable>
#include <cstddef>
#include <deque>
#include <functional>
#include <mutex>
#include <thread>
#include <vector>

namespace tulay::server {

/// A fixed number of threads and a bounded queue before them. A job is told which of the threads runs it,
/// from 0. May be shared by threads.
class Workers {
 public:
  using Job = std::function<void(std::size_t worker)>;

  /// Nothing is taken in while the queue is full, or while its first job has waited too long: who is let in
  /// is answered soon.
  Workers(std::size_t count, std::size_t waiting_at_most, std::chrono::milliseconds longest_wait);
  ~Workers();
  Workers(const Workers&) = delete;
  Workers& operator=(const Workers&) = delete;

  /// False when there is no room.
  [[nodiscard]] bool offer(Job job);
  /// Jobs in the queue.
  [[nodiscard]] std::size_t waiting();
  /// Ends after everything that was queued is done.
  void finish();

 private:
  using Clock = std::chrono::steady_clock;
  struct Waiting {
    Job job;
    Clock::time_point since;
  };

  void work(std::size_t worker);

  std::size_t waiting_at_most_;
  std::chrono::milliseconds longest_wait_;
  std::mutex mutex_;
  std::condition_variable changed_;
  std::deque<Waiting> waiting_;
  bool finishing_ = false;
  std::vector<std::jthread> threads_;
};

}  // namespace tulay::server
