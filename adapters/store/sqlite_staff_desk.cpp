#include "adapters/store/sqlite_staff_desk.hpp"

#include <algorithm>

#include "adapters/store/audit_link.hpp"
#include "adapters/store/handoff_codec.hpp"

namespace tulay::store {
namespace {

using bot::StoreError;
using knowledge::Instant;

StoreError request_damaged() { return {bot::StoreErrorKind::unavailable, "a stored request is damaged"}; }

knowledge::Language language(SQLite::Statement& row, int column) {
  return knowledge::language_from_tag(row.getColumn(column).getString()).value_or(knowledge::Language::en);
}

knowledge::HandoffLevel level_of(const bot::Ticket& ticket) {
  auto level = knowledge::HandoffLevel::none;
  for (const auto& request : ticket.requests) level = std::max(level, request.level);
  return level;
}

bool before(const bot::Ticket& a, const bot::Ticket& b) {
  if (a.open != b.open) return a.open;
  if (level_of(a) != level_of(b)) return level_of(a) > level_of(b);
  return a.requests.front().at < b.requests.front().at;
}

/// Of the ticket that the statement's row belongs to; a new one where it is another than the last.
bot::Ticket& ticket_of(SQLite::Statement& row, std::vector<bot::Ticket>& tickets) {
  const auto number = row.getColumn(0).getString();
  if (!tickets.empty() && tickets.back().number == number) return tickets.back();
  auto& ticket = tickets.emplace_back();
  ticket.number = number;
  ticket.open = row.getColumn(3).getInt() != 0;
  if (!row.getColumn(4).isNull()) {
    ticket.closed = instant_of(row.getColumn(4).getInt64());
    ticket.closed_by = row.getColumn(5).getString();
  }
  return ticket;
}

}  // namespace

tl::expected<std::vector<bot::Ticket>, StoreError> SqliteStaffDesk::tickets(bool closed_too) const {
  using Found = tl::expected<std::vector<bot::Ticket>, StoreError>;
  return connection_.alone([&](SQLite::Database& database) -> Found {
    SQLite::Statement select(
        database,
        "SELECT h.ticket, h.body, h.summary, l.last > coalesce(c.through, 0), c.at, c.by FROM handoffs h "
        "JOIN (SELECT ticket, max(n) AS last FROM handoffs GROUP BY ticket) l ON l.ticket = h.ticket "
        "LEFT JOIN tickets_closed c ON c.ticket = h.ticket "
        "WHERE ? OR l.last > coalesce(c.through, 0) ORDER BY h.ticket, h.n");
    select.bind(1, closed_too ? 1 : 0);
    std::vector<bot::Ticket> tickets;
    while (select.executeStep()) {
      auto request = handoff_from(select.getColumn(1).getString(), select.getColumn(2).getString());
      if (!request) return tl::unexpected(request_damaged());
      ticket_of(select, tickets).requests.push_back(std::move(*request));
    }
    std::stable_sort(tickets.begin(), tickets.end(), before);
    return tickets;
  });
}

tl::expected<bool, StoreError> SqliteStaffDesk::close(std::string_view ticket, const bot::AuditEntry& by) {
  using Closed = tl::expected<bool, StoreError>;
  return connection_.alone([&](SQLite::Database& database) -> Closed {
    SQLite::Transaction transaction(database, SQLite::TransactionBehavior::IMMEDIATE);
    SQLite::Statement close(
        database,
        "INSERT INTO tickets_closed (ticket, through, at, by) SELECT ticket, max(n), ?, ? FROM handoffs "
        "WHERE "
        "ticket = ? GROUP BY ticket ON CONFLICT DO UPDATE SET through = excluded.through, at = excluded.at, "
        "by = excluded.by WHERE excluded.through > tickets_closed.through");
    close.bind(1, seconds_of(by.at));
    bind_text(close, 2, by.session);
    bind_text(close, 3, ticket);
    if (close.exec() == 0) return false;
    append_link(database, entropy_, by);
    transaction.commit();
    return true;
  });
}

tl::expected<std::vector<bot::MissedQuestion>, StoreError> SqliteStaffDesk::missed() const {
  using Found = tl::expected<std::vector<bot::MissedQuestion>, StoreError>;
  return connection_.alone([](SQLite::Database& database) -> Found {
    SQLite::Statement select(database,
                             "SELECT id, conversation, at, language, kind, intent, text, comment FROM "
                             "missed_questions WHERE settled = 0 ORDER BY id");
    std::vector<bot::MissedQuestion> missed;
    while (select.executeStep()) {
      missed.push_back({select.getColumn(0).getInt64(), select.getColumn(1).getString(),
                        instant_of(select.getColumn(2).getInt64()), language(select, 3),
                        static_cast<bot::MissedKind>(select.getColumn(4).getInt()),
                        select.getColumn(5).getString(), select.getColumn(6).getString(),
                        select.getColumn(7).getString()});
    }
    return missed;
  });
}

tl::expected<void, StoreError> SqliteStaffDesk::settle_missed(const std::vector<std::int64_t>& ids,
                                                              const bot::AuditEntry& by) {
  return connection_.alone([&](SQLite::Database& database) -> tl::expected<void, StoreError> {
    SQLite::Transaction transaction(database, SQLite::TransactionBehavior::IMMEDIATE);
    SQLite::Statement settle(database, "UPDATE missed_questions SET settled = 1 WHERE id = ?");
    for (const auto id : ids) {
      settle.reset();
      settle.bind(1, id);
      settle.exec();
    }
    append_link(database, entropy_, by);
    transaction.commit();
    return {};
  });
}

tl::expected<std::vector<bot::ReplyMark>, StoreError> SqliteStaffDesk::marks(Instant from,
                                                                             Instant until) const {
  using Found = tl::expected<std::vector<bot::ReplyMark>, StoreError>;
  return connection_.alone([&](SQLite::Database& database) -> Found {
    SQLite::Statement select(database,
                             "SELECT at, language, channel, intent, outcome, handed_over, first_seconds FROM "
                             "reply_marks WHERE at >= ? AND at < ? ORDER BY id");
    select.bind(1, seconds_of(from));
    select.bind(2, seconds_of(until));
    std::vector<bot::ReplyMark> marks;
    while (select.executeStep()) {
      auto& mark = marks.emplace_back();
      mark.at = instant_of(select.getColumn(0).getInt64());
      mark.language = language(select, 1);
      mark.channel = static_cast<bot::Channel>(select.getColumn(2).getInt());
      mark.intent = select.getColumn(3).getString();
      mark.outcome = static_cast<bot::Outcome>(select.getColumn(4).getInt());
      mark.handed_over = select.getColumn(5).getInt() != 0;
      if (!select.getColumn(6).isNull()) mark.first_seconds = select.getColumn(6).getInt();
    }
    return marks;
  });
}

tl::expected<bot::Thumbs, StoreError> SqliteStaffDesk::thumbs(Instant from, Instant until) const {
  return connection_.alone([&](SQLite::Database& database) -> tl::expected<bot::Thumbs, StoreError> {
    SQLite::Statement select(
        database, "SELECT coalesce(sum(helpful), 0), count(*) FROM feedback WHERE at >= ? AND at < ?");
    select.bind(1, seconds_of(from));
    select.bind(2, seconds_of(until));
    bot::Thumbs thumbs;
    if (select.executeStep()) {
      thumbs.up = select.getColumn(0).getInt();
      thumbs.down = select.getColumn(1).getInt() - thumbs.up;
    }
    return thumbs;
  });
}

}  // namespace tulay::store
