#pragma once

#include <SQLiteCpp/SQLiteCpp.h>

#include <condition_variable>
#include <cstdint>
#include <memory>
#include <mutex>
#include <optional>
#include <string>
#include <tl/expected.hpp>
#include <vector>

#include "adapters/store/connection.hpp"

namespace tulay::store {

/// Writes turns, each with its session and records, so that they are on disk when commit() returns. Turns
/// that come while others are being written wait and then share one transaction, as what costs time is the
/// disk and not the rows. May be shared by threads.
class TurnWriter {
 public:
  using Outcome = tl::expected<void, bot::StoreError>;

  /// `connection` must outlive the writer.
  explicit TurnWriter(Connection& connection);
  ~TurnWriter();
  TurnWriter(const TurnWriter&) = delete;
  TurnWriter& operator=(const TurnWriter&) = delete;

  /// One that conflicts fails alone; the others of its transaction are written.
  [[nodiscard]] Outcome commit(const bot::Session& next, const bot::StoredTurn& turn,
                               const bot::Records& records);

 private:
  struct Waiting {
    std::string session_id;
    std::int64_t last_active = 0;
    std::string session;
    int turn = 0;
    std::optional<std::string> client_message_id;
    std::string body;
    const bot::Records* records = nullptr;  // of the caller, who waits
    Outcome outcome;
    bool done = false;
    std::condition_variable changed;
  };
  struct Statements;

  void write(const std::vector<Waiting*>& group);
  [[nodiscard]] Outcome write_together(const std::vector<Waiting*>& group);

  Connection& connection_;
  std::unique_ptr<Statements> statements_;  // of who is alone on the connection
  std::mutex mutex_;
  std::vector<Waiting*> waiting_;
  bool writing_ = false;
};

}  // namespace tulay::store
