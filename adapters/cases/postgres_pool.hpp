#pragma once

#include <chrono>
#include <condition_variable>
#include <cstdint>
#include <functional>
#include <memory>
#include <mutex>
#include <thread>
#include <tl/expected.hpp>
#include <vector>

#include "adapters/cases/case_database.hpp"
#include "adapters/cases/postgres_connection.hpp"

namespace tulay::cases {

/// A few connections, lent to one caller each. A thread of its own makes new ones, because making one may
/// take longer than a caller can wait. May be shared by threads.
class PostgresPool {
 public:
  using Make = std::function<std::unique_ptr<PostgresConnection>()>;
  class Lease;

  /// What `make` throws is told to those who wait.
  PostgresPool(Make make, int most);
  /// A connection until the Lease goes; an error when there was none in time, or none could be made.
  [[nodiscard]] tl::expected<Lease, DatabaseError> take(std::chrono::steady_clock::time_point until);
  /// All that lie idle are closed: where one broke, the others have too.
  void forget_idle();

 private:
  void give_back(std::unique_ptr<PostgresConnection> connection, bool usable);
  void run(const std::stop_token& stop);
  void make_one(std::unique_lock<std::mutex>& lock);

  Make make_;
  int most_;
  std::mutex mutex_;
  std::condition_variable_any changed_;
  std::vector<std::unique_ptr<PostgresConnection>> idle_;
  int open_ = 0;     // idle, lent or being made
  int waiting_ = 0;  // callers
  std::uint64_t failures_ = 0;
  DatabaseError last_failure_;
  std::jthread maker_;
};

class PostgresPool::Lease {
 public:
  Lease(PostgresPool& owner, std::unique_ptr<PostgresConnection> connection)
      : owner_(&owner), connection_(std::move(connection)) {}
  ~Lease() {
    if (connection_) owner_->give_back(std::move(connection_), usable_);
  }
  Lease(Lease&& other) noexcept = default;
  Lease(const Lease&) = delete;
  Lease& operator=(const Lease&) = delete;
  Lease& operator=(Lease&&) = delete;

  [[nodiscard]] PostgresConnection& connection() { return *connection_; }
  /// It will be closed, not lent again.
  void spoil() { usable_ = false; }

 private:
  PostgresPool* owner_;
  std::unique_ptr<PostgresConnection> connection_;
  bool usable_ = true;
};

}  // namespace tulay::cases
