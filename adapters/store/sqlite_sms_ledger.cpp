#include "adapters/store/sqlite_sms_ledger.hpp"

#include <nlohmann/json.hpp>

#include "adapters/store/connection.hpp"

namespace tulay::store {
namespace {

using bot::SmsAnswer;
using bot::StoreError;
using nlohmann::json;
using Found = tl::expected<std::optional<SmsAnswer>, StoreError>;

constexpr const char* columns = "SELECT gateway, message_id, conversation, at, body FROM sms_answers WHERE ";

std::string body_of(const SmsAnswer& answer) {
  return json{{"texts", answer.texts},
              {"rest", answer.rest},
              {"language", knowledge::tag(answer.language)},
              {"farewell", answer.farewell}}
      .dump(-1, ' ', false, json::error_handler_t::replace);
}

Found first_of(SQLite::Statement& select) {
  if (!select.executeStep()) return std::nullopt;
  const auto body = json::parse(select.getColumn(4).getString(), nullptr, false);
  if (!body.is_object())
    return tl::unexpected(StoreError{bot::StoreErrorKind::unavailable, "a stored answer is damaged"});
  SmsAnswer answer;
  answer.gateway = select.getColumn(0).getString();
  answer.message_id = select.getColumn(1).getString();
  answer.conversation = select.getColumn(2).getString();
  answer.at = knowledge::Instant(std::chrono::seconds(select.getColumn(3).getInt64()));
  answer.texts = body.value("texts", std::vector<std::string>{});
  answer.rest = body.value("rest", "");
  answer.farewell = body.value("farewell", false);
  answer.language =
      knowledge::language_from_tag(body.value("language", "en")).value_or(knowledge::Language::en);
  return answer;
}

}  // namespace

Found SqliteSmsLedger::answer_to(std::string_view gateway, std::string_view message_id) const {
  return connection_.alone([&](SQLite::Database& database) -> Found {
    SQLite::Statement select(database, std::string(columns) + "gateway = ? AND message_id = ?");
    bind_text(select, 1, gateway);
    bind_text(select, 2, message_id);
    return first_of(select);
  });
}

Found SqliteSmsLedger::last_answer(std::string_view conversation, knowledge::Instant not_before) const {
  return connection_.alone([&](SQLite::Database& database) -> Found {
    SQLite::Statement select(
        database,
        std::string(columns) + "conversation = ? AND at >= ? AND speaks = 1 ORDER BY id DESC LIMIT 1");
    bind_text(select, 1, conversation);
    select.bind(2, seconds_of(not_before));
    return first_of(select);
  });
}

tl::expected<int, StoreError> SqliteSmsLedger::answers_since(std::string_view conversation,
                                                             knowledge::Instant since) const {
  return connection_.alone([&](SQLite::Database& database) -> tl::expected<int, StoreError> {
    SQLite::Statement select(
        database, "SELECT count(*) FROM sms_answers WHERE conversation = ? AND at >= ? AND speaks = 1");
    bind_text(select, 1, conversation);
    select.bind(2, seconds_of(since));
    select.executeStep();
    return select.getColumn(0).getInt();
  });
}

tl::expected<void, StoreError> SqliteSmsLedger::keep(const SmsAnswer& answer) {
  return connection_.alone([&](SQLite::Database& database) -> tl::expected<void, StoreError> {
    SQLite::Transaction transaction(database, SQLite::TransactionBehavior::IMMEDIATE);
    SQLite::Statement insert(
        database,
        "INSERT INTO sms_answers (gateway, message_id, conversation, at, speaks, sent, body) "
        "VALUES (?, ?, ?, ?, ?, 0, ?)");
    bind_text(insert, 1, answer.gateway);
    bind_text(insert, 2, answer.message_id);
    bind_text(insert, 3, answer.conversation);
    insert.bind(4, seconds_of(answer.at));
    insert.bind(5, answer.texts.empty() ? 0 : 1);
    bind_text(insert, 6, body_of(answer));
    insert.exec();
    transaction.commit();
    return {};
  });
}

tl::expected<bool, StoreError> SqliteSmsLedger::first_use(std::string_view gateway, std::string_view nonce,
                                                          std::string_view content, knowledge::Instant at) {
  return connection_.alone([&](SQLite::Database& database) -> tl::expected<bool, StoreError> {
    SQLite::Statement insert(database, "INSERT INTO sms_nonces VALUES (?, ?, ?, ?) ON CONFLICT DO NOTHING");
    bind_text(insert, 1, gateway);
    bind_text(insert, 2, nonce);
    bind_text(insert, 3, content);
    insert.bind(4, seconds_of(at));
    if (insert.exec() == 1) return true;
    SQLite::Statement select(database, "SELECT content FROM sms_nonces WHERE gateway = ? AND nonce = ?");
    bind_text(select, 1, gateway);
    bind_text(select, 2, nonce);
    return select.executeStep() && select.getColumn(0).getString() == content;
  });
}

tl::expected<std::string, StoreError> SqliteSmsLedger::secret() const {
  return connection_.alone([](SQLite::Database& database) -> tl::expected<std::string, StoreError> {
    return database.execAndGet("SELECT secret FROM sms_secret").getString();
  });
}

}  // namespace tulay::store
