#include "adapters/store/waiting.hpp"

#include "adapters/store/connection.hpp"
#include "knowledge/topic.hpp"

namespace tulay::store {

tl::expected<Waiting, bot::StoreError> waiting_in(Connection& connection, knowledge::Instant now) {
  using Found = tl::expected<Waiting, bot::StoreError>;
  return connection.alone([&](SQLite::Database& database) -> Found {
    Waiting found;
    SQLite::Statement texts(database, "SELECT count(*) FROM outbox WHERE state = 'due' AND due <= ?");
    texts.bind(1, seconds_of(now));
    if (texts.executeStep()) found.texts = texts.getColumn(0).getInt();

    SQLite::Statement tickets(
        database,
        "SELECT count(DISTINCT h.ticket), count(DISTINCT CASE WHEN h.level >= ? THEN h.ticket END) FROM "
        "handoffs h LEFT JOIN tickets_closed c ON c.ticket = h.ticket WHERE h.n > coalesce(c.through, 0)");
    tickets.bind(1, static_cast<int>(knowledge::HandoffLevel::now));
    if (tickets.executeStep()) {
      found.tickets = tickets.getColumn(0).getInt();
      found.urgent_tickets = tickets.getColumn(1).getInt();
    }

    SQLite::Statement notices(
        database,
        "SELECT count(*) FROM staff_notices s JOIN handoffs h ON h.n = s.request LEFT JOIN tickets_closed c "
        "ON c.ticket = h.ticket WHERE s.told = 0 AND h.n > coalesce(c.through, 0)");
    if (notices.executeStep()) found.notices_failing = notices.getColumn(0).getInt();
    return found;
  });
}

}  // namespace tulay::store
