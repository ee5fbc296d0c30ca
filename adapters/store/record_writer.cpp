#include "adapters/store/record_writer.hpp"

#include "adapters/store/connection.hpp"
#include "adapters/store/handoff_codec.hpp"

namespace tulay::store {
namespace {

void write(SQLite::Database& database, const bot::Handoff& handoff) {
  SQLite::Statement insert(database,
                           "INSERT INTO handoffs (ticket, conversation, level, at, body, summary) VALUES "
                           "(?, ?, ?, ?, ?, ?)");
  bind_text(insert, 1, handoff.ticket);
  bind_text(insert, 2, handoff.conversation);
  insert.bind(3, static_cast<int>(handoff.level));
  insert.bind(4, seconds_of(handoff.at));
  bind_text(insert, 5, encode(handoff));
  bind_text(insert, 6, handoff.summary);
  insert.exec();
}

void write(SQLite::Database& database, const bot::MissedQuestion& missed) {
  SQLite::Statement insert(
      database,
      "INSERT INTO missed_questions (conversation, at, language, kind, intent, text, comment) VALUES "
      "(?, ?, ?, ?, ?, ?, ?)");
  bind_text(insert, 1, missed.conversation);
  insert.bind(2, seconds_of(missed.at));
  bind_text(insert, 3, knowledge::tag(missed.language));
  insert.bind(4, static_cast<int>(missed.kind));
  bind_text(insert, 5, missed.intent);
  bind_text(insert, 6, missed.text);
  bind_text(insert, 7, missed.comment);
  insert.exec();
}

void write(SQLite::Database& database, const bot::ReplyMark& mark) {
  SQLite::Statement insert(
      database,
      "INSERT INTO reply_marks (at, language, channel, intent, outcome, handed_over, first_seconds) VALUES "
      "(?, ?, ?, ?, ?, ?, ?)");
  insert.bind(1, seconds_of(mark.at));
  bind_text(insert, 2, knowledge::tag(mark.language));
  insert.bind(3, static_cast<int>(mark.channel));
  bind_text(insert, 4, mark.intent);
  insert.bind(5, static_cast<int>(mark.outcome));
  insert.bind(6, mark.handed_over ? 1 : 0);
  if (mark.first_seconds) insert.bind(7, *mark.first_seconds);
  insert.exec();
}

void write(SQLite::Database& database, const bot::Feedback& feedback) {
  SQLite::Statement insert(database,
                           "INSERT INTO feedback (conversation, turn, helpful, at) VALUES (?, ?, ?, ?) "
                           "ON CONFLICT DO UPDATE SET helpful = excluded.helpful, at = excluded.at");
  bind_text(insert, 1, feedback.conversation);
  insert.bind(2, feedback.turn);
  insert.bind(3, feedback.helpful ? 1 : 0);
  insert.bind(4, seconds_of(feedback.at));
  insert.exec();
}

}  // namespace

void write(SQLite::Database& database, const bot::Records& records) {
  for (const auto& handoff : records.handoffs) write(database, handoff);
  for (const auto& missed : records.missed) write(database, missed);
  for (const auto& feedback : records.feedback) write(database, feedback);
  for (const auto& mark : records.marks) write(database, mark);
}

void forget_records(SQLite::Database& database, std::string_view conversation) {
  for (const auto* const sql : {"UPDATE handoffs SET summary = '' WHERE conversation = ?",
                                "DELETE FROM missed_questions WHERE conversation = ?",
                                "DELETE FROM feedback WHERE conversation = ?"}) {
    SQLite::Statement erase(database, sql);
    bind_text(erase, 1, conversation);
    erase.exec();
  }
}

}  // namespace tulay::store
