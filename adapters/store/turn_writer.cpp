#include "adapters/store/turn_writer.hpp"

#include <sqlite3.h>

#include <utility>

#include "adapters/store/record_writer.hpp"
#include "adapters/store/session_codec.hpp"

namespace tulay::store {

/// Compiled once, as that takes longer than to run them.
struct TurnWriter::Statements {
  explicit Statements(SQLite::Database& of)
      : database(of),
        begin(of, "BEGIN IMMEDIATE"),
        session(of,
                "INSERT INTO sessions (id, last_active, body) VALUES (?, ?, ?) ON CONFLICT (id) DO "
                "UPDATE SET last_active = excluded.last_active, body = excluded.body"),
        turn(of, "INSERT INTO turns (session_id, turn, client_message_id, body) VALUES (?, ?, ?, ?)"),
        commit(of, "COMMIT"),
        rollback(of, "ROLLBACK") {}

  void write(const std::vector<Waiting*>& group) {
    run(begin);
    try {
      for (const auto* const one : group) write(*one);
      run(commit);
    } catch (...) {
      rollback.tryReset();
      rollback.tryExecuteStep();  // fails when SQLite has rolled back by itself
      throw;
    }
  }

 private:
  /// What has failed is reset too, else it would still hold the transaction.
  static void run(SQLite::Statement& statement) {
    const int result = statement.tryExecuteStep();
    const SQLite::Exception failure(statement.getErrorMsg(), result);
    statement.tryReset();
    if (result != SQLITE_DONE) throw failure;
  }

  void write(const Waiting& one) {
    session.bindNoCopy(1, one.session_id);
    session.bind(2, one.last_active);
    session.bindNoCopy(3, one.session);
    run(session);
    turn.bindNoCopy(1, one.session_id);
    turn.bind(2, one.turn);
    if (one.client_message_id) {
      turn.bindNoCopy(3, *one.client_message_id);
    } else {
      turn.bind(3);
    }
    turn.bindNoCopy(4, one.body);
    run(turn);
    store::write(database, *one.records);
  }

  SQLite::Database& database;
  SQLite::Statement begin;
  SQLite::Statement session;
  SQLite::Statement turn;
  SQLite::Statement commit;
  SQLite::Statement rollback;
};

TurnWriter::TurnWriter(Connection& connection) : connection_(connection) {}
TurnWriter::~TurnWriter() = default;

TurnWriter::Outcome TurnWriter::commit(const bot::Session& next, const bot::StoredTurn& turn,
                                       const bot::Records& records) {
  Waiting mine;
  mine.session_id = next.id;
  mine.last_active = static_cast<std::int64_t>(next.last_active.time_since_epoch().count());
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
