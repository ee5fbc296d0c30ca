#include "adapters/store/sqlite_notices.hpp"

#include "adapters/store/connection.hpp"
#include "adapters/store/handoff_codec.hpp"

namespace tulay::store {
namespace {

using bot::StoreError;
using Done = tl::expected<void, StoreError>;

// Each request of an open ticket that this way has not told, is due, and has no earlier one untold.
constexpr const char* next_owed =
    "SELECT h.n, coalesce(s.attempts, 0), h.body, h.summary FROM handoffs h "
    "LEFT JOIN tickets_closed c ON c.ticket = h.ticket "
    "LEFT JOIN staff_notices s ON s.request = h.n AND s.way = ?1 "
    "WHERE h.n > coalesce(c.through, 0) AND coalesce(s.told, 0) = 0 AND coalesce(s.due, 0) <= ?2 "
    "AND NOT EXISTS (SELECT 1 FROM handoffs e LEFT JOIN staff_notices t ON t.request = e.n AND t.way = ?1 "
    "WHERE e.conversation = h.conversation AND e.n < h.n AND e.n > coalesce(c.through, 0) "
    "AND coalesce(t.told, 0) = 0) "
    "ORDER BY h.n LIMIT 1";

}  // namespace

tl::expected<std::optional<bot::OwedNotice>, StoreError> SqliteNotices::owed(std::string_view way,
                                                                             knowledge::Instant now) const {
  using Owed = tl::expected<std::optional<bot::OwedNotice>, StoreError>;
  return connection_.alone([&](SQLite::Database& database) -> Owed {
    SQLite::Statement select(database, next_owed);
    bind_text(select, 1, way);
    select.bind(2, seconds_of(now));
    if (!select.executeStep()) return std::nullopt;
    auto handoff = handoff_from(select.getColumn(2).getString(), select.getColumn(3).getString());
    if (!handoff)
      return tl::unexpected(StoreError{bot::StoreErrorKind::unavailable, "a stored request is damaged"});
    return bot::OwedNotice{select.getColumn(0).getInt64(), select.getColumn(1).getInt(), std::move(*handoff)};
  });
}

Done SqliteNotices::note(std::int64_t request, std::string_view way, bool told, std::int64_t due) {
  return connection_.alone([&](SQLite::Database& database) -> Done {
    SQLite::Statement note(
        database,
        "INSERT INTO staff_notices (request, way, told, attempts, due) VALUES (?, ?, ?, 1, ?) ON CONFLICT DO "
        "UPDATE SET told = excluded.told, attempts = attempts + 1, due = excluded.due");
    note.bind(1, request);
    bind_text(note, 2, way);
    note.bind(3, told ? 1 : 0);
    note.bind(4, due);
    note.exec();
    return {};
  });
}

Done SqliteNotices::told(std::int64_t request, std::string_view way) { return note(request, way, true, 0); }

Done SqliteNotices::put_off(std::int64_t request, std::string_view way, knowledge::Instant due) {
  return note(request, way, false, seconds_of(due));
}

}  // namespace tulay::store
