#pragma once

#include <atomic>
#include <mutex>
#include <vector>

#include "bot/server/descriptor.hpp"

namespace tulay::server {

class Connection;

/// How connections come back from the workers to the gatherer, and how it is woken. give() and ring() may be
/// called by any thread, the rest by the gatherer's.
class Returns {
 public:
  Returns();

  /// Rings when `urgent` or when it is awaited; else the gatherer finds it when it next wakes.
  void give(Connection& connection, bool urgent);
  void ring() const;

  /// Readable once it rang.
  [[nodiscard]] int bell() const { return bell_.get(); }
  void hush() const;
  /// Is a connection missed that has something to do? To be said before the last take() before waiting.
  void await(bool awaited) { awaited_ = awaited; }
  /// What came back; valid until the next call.
  [[nodiscard]] const std::vector<Connection*>& take();

 private:
  Descriptor bell_;
  std::atomic<bool> awaited_ = false;
  std::mutex mutex_;
  std::vector<Connection*> given_;
  std::vector<Connection*> taken_;
};

}  // namespace tulay::server
