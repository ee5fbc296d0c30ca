#include "adapters/store/outbox_rows.hpp"

#include "bot/ports/deliveries.hpp"

namespace tulay::store {
namespace {}  // namespace

const std::string_view outbox_columns =
    "SELECT id, attempts, recipient, text, key, purpose, queued, useless_after, sender, zone FROM outbox ";

bot::ClaimedText claimed_of(SQLite::Statement& row) {
  bot::ClaimedText out;
  out.id = row.getColumn(0).getInt64();
  out.attempts = row.getColumn(1).getInt();
  out.text.to = row.getColumn(2).getString();
  out.text.text = row.getColumn(3).getString();
  out.text.key = row.getColumn(4).getString();
  out.text.purpose = static_cast<bot::TextPurpose>(row.getColumn(5).getInt());
  out.text.queued = instant_of(row.getColumn(6).getInt64());
  out.text.useless_after = instant_of(row.getColumn(7).getInt64());
  out.text.from = row.getColumn(8).getString();
  out.text.zone = row.getColumn(9).getString();
  return out;
}

void insert_text(SQLite::Database& database, const bot::QueuedText& text) {
  SQLite::Statement insert(
      database,
      "INSERT INTO outbox (key, recipient, text, purpose, queued, useless_after, state, due, sender, zone) "
      "VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?) ON CONFLICT (key) DO NOTHING");
  bind_text(insert, 1, text.key);
  bind_text(insert, 2, text.to);
  bind_text(insert, 3, text.to.empty() ? "" : text.text);
  insert.bind(4, static_cast<int>(text.purpose));
  insert.bind(5, seconds_of(text.queued));
  insert.bind(6, seconds_of(text.useless_after));
  bind_text(insert, 7, text.to.empty() ? "useless" : "due");
  insert.bind(8, seconds_of(text.queued));
  bind_text(insert, 9, text.from);
  bind_text(insert, 10, text.zone);
  insert.exec();
}

bool apply_reports(SQLite::Database& database, std::string_view provider_id) {
  // The first final word counts: gateways do not contradict themselves, but reports overtake one another.
  SQLite::Statement last(database,
                         "SELECT status, code FROM sms_reports WHERE provider_id = ? AND status >= ? "
                         "ORDER BY at, status LIMIT 1");
  bind_text(last, 1, provider_id);
  last.bind(2, static_cast<int>(bot::DeliveryStatus::delivered));
  if (!last.executeStep()) return false;
  const bool arrived = last.getColumn(0).getInt() == static_cast<int>(bot::DeliveryStatus::delivered);
  SQLite::Statement update(
      database,
      "UPDATE outbox SET state = ?, code = ?, text = iif(? OR purpose NOT IN (2, 3), '', text) "
      "WHERE provider_id = ? AND state = 'sent'");
  bind_text(update, 1, arrived ? "delivered" : "undelivered");
  update.bind(2, last.getColumn(1).getString());
  update.bind(3, arrived ? 1 : 0);
  bind_text(update, 4, provider_id);
  return update.exec() == 1;
}

}  // namespace tulay::store
