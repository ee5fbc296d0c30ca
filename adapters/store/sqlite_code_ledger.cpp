#include "adapters/store/sqlite_code_ledger.hpp"

namespace tulay::store {
namespace {

constexpr std::chrono::minutes in_a_quarter{15};
constexpr std::chrono::hours in_an_hour{1};
constexpr std::chrono::hours in_a_day{24};

void forget_codes_before(SQLite::Database& database, knowledge::Instant when) {
  SQLite::Statement old(database, "DELETE FROM code_sends WHERE at <= ?");
  old.bind(1, seconds_of(when));
  old.exec();
}

int sent_to(SQLite::Database& database, const std::string& phone, knowledge::Instant since) {
  SQLite::Statement count(database, "SELECT count(*) FROM code_sends WHERE phone = ? AND at > ?");
  bind_text(count, 1, phone);
  count.bind(2, seconds_of(since));
  count.executeStep();
  return count.getColumn(0).getInt();
}

int asked_by(SQLite::Database& database, const std::string& client, knowledge::Instant since) {
  SQLite::Statement count(database, "SELECT count(*) FROM code_sends WHERE client = ? AND at > ?");
  bind_text(count, 1, client);
  count.bind(2, seconds_of(since));
  count.executeStep();
  return count.getColumn(0).getInt();
}

int codes_sent(SQLite::Database& database) {
  return database.execAndGet("SELECT count(*) FROM code_sends WHERE phone <> ''").getInt();
}

void note_code(SQLite::Database& database, const bot::CodeAsked& asked, bool sends) {
  SQLite::Statement insert(database, "INSERT INTO code_sends (at, phone, client) VALUES (?, ?, ?)");
  insert.bind(1, seconds_of(asked.at));
  bind_text(insert, 2, sends ? asked.phone : "");
  bind_text(insert, 3, asked.client);
  insert.exec();
}

}  // namespace

// Every question is put and a line is written whatever the answer, so that time tells nothing.
tl::expected<bool, bot::StoreError> SqliteCodeLedger::take(const bot::CodeAsked& asked,
                                                           const bot::CodeLimits& limits) {
  return connection_.alone([&](SQLite::Database& database) -> tl::expected<bool, bot::StoreError> {
    SQLite::Transaction transaction(database, SQLite::TransactionBehavior::IMMEDIATE);
    forget_codes_before(database, asked.at - in_a_day);
    const int lately = sent_to(database, asked.phone, asked.at - in_a_quarter);
    const int today = sent_to(database, asked.phone, asked.at - in_a_day);
    const int by_client = asked_by(database, asked.client, asked.at - in_an_hour);
    const int by_firm = codes_sent(database);
    const bool sends = !asked.phone.empty() && lately < limits.per_phone_quarter &&
                       today < limits.per_phone_day && by_firm < limits.per_day &&
                       (asked.client.empty() || by_client < limits.per_block_hour);
    note_code(database, asked, sends);
    transaction.commit();
    return sends;
  });
}

}  // namespace tulay::store
