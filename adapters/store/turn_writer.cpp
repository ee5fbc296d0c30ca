#include "adapters/store/turn_writer.hpp"

#include <sqlite3.h>

#include <utility>

#include "adapters/store/record_writer.hpp"
#include "adapters/store/session_codec.hpp"

namespace tulay::store {

/// Compiled once, as that takes longer than to run them.
struct TurnWriter::Statements {
  explicit Statements(SQLite::Database& database)
      : database_(database),
        begin_(database, "BEGIN IMMEDIATE"),
        session_(database,
                 "INSERT INTO sessions (id, last_active, body) VALUES (?, ?, ?) ON CONFLICT (id) DO "
                 "UPDATE SET last_active = excluded.last_active, body = excluded.body"),
        turn_(database, "INSERT INTO turns (session_id, turn, client_message_id, body) VALUES (?, ?, ?, ?)"),
        commit_(database, "COMMIT"),
        rollback_(database, "ROLLBACK") {}

  void write(const std::vector<Waiting*>& group) {
    run(begin_);
    try {
      for (const auto* const one : group) write(*one);
      run(commit_);
    } catch (...) {
      rollback_.tryReset();
      rollback_.tryExecuteStep();  // fails when SQLite has rolled back by itself
      throw;
    }
  }

 private:
  /// What has failed is reset too, else it would still hold the transaction.
  static void run(SQLite::Statement& statement) {
    const int result = statement.tryExecuteStep();
    const std::string why = result == SQLITE_DONE ? "" : statement.getErrorMsg();
    statement.tryReset();
    if (result != SQLITE_DONE) throw SQLite::Exception(why, result);
  }

  void write(const Waiting& one) {
    session_.bindNoCopy(1, one.session_id);
    session_.bind(2, one.last_active);
    session_.bindNoCopy(3, one.session);
    run(session_);
    turn_.bindNoCopy(1, one.session_id);
    turn_.bind(2, one.turn);
    if (one.client_message_id) {
      turn_.bindNoCopy(3, *one.client_message_id);
    } else {
      turn_.bind(3);
    }
    turn_.bindNoCopy(4, one.body);
    run(turn_);
    store::write(database_, *one.records);
  }

  SQLite::Database& database_;
  SQLite::Statement begin_;
  SQLite::Statement session_;
  SQLite::Statement turn_;
  SQLite::Statement commit_;
  SQLite::Statement rollback_;
};

TurnWriter::TurnWriter(Connection& connection) : connection_(connection) {}
TurnWriter::~TurnWriter() = default;

TurnWriter::Outcome TurnWriter::commit(const bot::Session& next, const bot::StoredTurn& turn,
                                       const bot::Records& records) {
  Waiting mine;
  mine.session_id = next.id;
  mine.last_active = seconds_of(next.last_active);
  mine.session = encode(next);
  mine.turn = turn.turn;
  mine.client_message_id = turn.client_message_id;
  mine.body = encode(turn);
  mine.records = &records;

  std::unique_lock lock(mutex_);
  waiting_.push_back(&mine);
  mine.changed.wait(lock, [&] { return mine.done || (!writing_ && waiting_.front() == &mine); });
  if (mine.done) return std::move(mine.outcome);
  writing_ = true;
  const auto group = std::exchange(waiting_, {});
  lock.unlock();
  write(group);
  lock.lock();
  writing_ = false;
  for (auto* const one : group) {
    one->done = true;
    if (one != &mine) one->changed.notify_one();
  }
  if (!waiting_.empty()) waiting_.front()->changed.notify_one();
  return std::move(mine.outcome);
}

// What one turn did wrong is not laid upon the others: when the group fails, each is tried alone.
void TurnWriter::write(const std::vector<Waiting*>& group) {
  auto together = write_together(group);
  for (auto* const one : group) {
    one->outcome = together || group.size() == 1 ? together : write_together({one});
  }
}

TurnWriter::Outcome TurnWriter::write_together(const std::vector<Waiting*>& group) {
  return connection_.alone([&](SQLite::Database& database) -> Outcome {
    if (!statements_) statements_ = std::make_unique<Statements>(database);
    statements_->write(group);
    return {};
  });
}

}  // namespace tulay::store
