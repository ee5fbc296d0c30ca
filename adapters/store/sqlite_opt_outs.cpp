#include "adapters/store/sqlite_opt_outs.hpp"

#include "adapters/store/connection.hpp"

namespace tulay::store {
namespace {

using Changed = tl::expected<bool, bot::StoreError>;

bool is_out(SQLite::Database& database, std::string_view phone) {
  SQLite::Statement select(database,
                           "SELECT opted_out FROM opt_out_changes WHERE phone = ? ORDER BY id DESC LIMIT 1");
  bind_text(select, 1, phone);
  return select.executeStep() && select.getColumn(0).getInt() != 0;
}

}  // namespace

Changed SqliteOptOuts::is_opted_out(std::string_view phone) const {
  return connection_.alone([&](SQLite::Database& database) -> Changed { return is_out(database, phone); });
}

Changed SqliteOptOuts::opt_out(std::string_view phone, knowledge::Instant when, bot::OptOutSource source) {
  return change(phone, true, when, source);
}

Changed SqliteOptOuts::opt_in(std::string_view phone, knowledge::Instant when, bot::OptOutSource source) {
  return change(phone, false, when, source);
}

Changed SqliteOptOuts::change(std::string_view phone, bool opted_out, knowledge::Instant when,
                              bot::OptOutSource source) {
  return connection_.alone([&](SQLite::Database& database) -> Changed {
    SQLite::Transaction transaction(database, SQLite::TransactionBehavior::IMMEDIATE);
    if (is_out(database, phone) == opted_out) return false;
    SQLite::Statement insert(
        database, "INSERT INTO opt_out_changes (phone, opted_out, source, at) VALUES (?, ?, ?, ?)");
    bind_text(insert, 1, phone);
    insert.bind(2, opted_out ? 1 : 0);
    insert.bind(3, static_cast<int>(source));
    insert.bind(4, seconds_of(when));
    insert.exec();
    transaction.commit();
    return true;
  });
}

}  // namespace tulay::store
