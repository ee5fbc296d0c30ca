#include "adapters/cases/csv_import.hpp"

#include <SQLiteCpp/SQLiteCpp.h>
#include <fcntl.h>
#include <unistd.h>

#include <map>
#include <utility>

#include "adapters/cases/demo_cases.hpp"

namespace tulay::cases {
namespace {

constexpr int wait_for_writers_ms = 10'000;
constexpr std::size_t told_every = 1000;

/// SQLite would make it with the process's umask; clients are for this user's eyes only.
void create_private(const std::filesystem::path& file) {
  const int descriptor = ::open(file.c_str(), O_RDWR | O_CREAT | O_CLOEXEC, 0600);
  if (descriptor >= 0) ::close(descriptor);
}

/// Binds texts by position; empty ones as NULL, or as they are where the column must not be NULL.
class Insert {
 public:
  Insert(SQLite::Database& database, const std::string& sql) : statement_(database, sql) {}
  Insert& text(const std::string& value) {
    value.empty() ? statement_.bind(++at_) : statement_.bind(++at_, value);
    return *this;
  }
  Insert& needed(const std::string& value) {
    statement_.bind(++at_, value);
    return *this;
  }
  Insert& id(std::int64_t value) {
    statement_.bind(++at_, value);
    return *this;
  }
  void run() {
    statement_.exec();
    statement_.reset();
    at_ = 0;
  }

 private:
  SQLite::Statement statement_;
  int at_ = 0;
};

struct KnownPhone {
  std::string phone;
  std::string changed_on;
};

std::map<std::int64_t, KnownPhone> known_phones(SQLite::Database& database) {
  std::map<std::int64_t, KnownPhone> out;
  SQLite::Statement all(database,
                        "SELECT client_id, ifnull(phone_e164, ''), ifnull(phone_changed_on, '') FROM client");
  while (all.executeStep())
    out[all.getColumn(0).getInt64()] = {all.getColumn(1).getString(), all.getColumn(2).getString()};
  return out;
}

std::string changed_on(const ImportedClient& client, const std::map<std::int64_t, KnownPhone>& known,
                       knowledge::Date today) {
  const auto before = known.find(client.id);
  if (!client.phone_changed_on.empty() || before == known.end()) return client.phone_changed_on;
  return before->second.phone == client.phone ? before->second.changed_on : knowledge::iso(today);
}

void insert_clients(SQLite::Database& database, const Import& import, knowledge::Date today) {
  const auto known = known_phones(database);
  database.exec("DELETE FROM client");
  Insert insert(
      database,
      "INSERT INTO client (client_id, full_name, birth_date, phone_e164, phone_changed_on, language, "
      "contact_restriction) VALUES (?, ?, ?, ?, ?, ?, ?)");
  for (const auto& one : import.clients)
    insert.id(one.id)
        .needed(one.name)
        .text(one.birth_date)
        .text(one.phone)
        .text(changed_on(one, known, today))
        .needed(one.language)
        .needed(one.restriction)
        .run();
}

std::size_t insert_cases(SQLite::Database& database, const Import& import,
                         const std::function<void(std::size_t, std::size_t)>& progress) {
  database.exec("DELETE FROM filing; DELETE FROM matter");
  Insert matter(
      database,
      "INSERT INTO matter (case_number, client_id, role, beneficiary_name, kind, stage, stage_since, "
      "attorney, "
      "opened_on, parole_class, parole_begins, parole_ends, parole_ends_source, next_step, next_step_due, "
      "waiting_for, updated_at, share_with_bot) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, "
      "?)");
  Insert filing(database,
                "INSERT INTO filing (case_number, form, receipt_number, filed_on, received_on, status, "
                "status_on) VALUES "
                "(?, ?, ?, ?, ?, ?, ?)");
  std::size_t done = 0;
  std::size_t filings = 0;
  for (const auto& one : import.cases) {
    const auto value = [&](const char* name) { return one.values.at(name); };
    matter.needed(one.number).id(one.client).needed(value("role")).text(value("about"));
    matter.needed(value("kind")).needed(value("stage")).needed(value("stage_since")).text(value("attorney"));
    matter.needed(value("stage_since")).text(value("parole_class")).text(value("parole_begins"));
    matter.text(value("parole_ends")).text(value("parole_ends_source")).text(value("next_step"));
    matter.text(value("next_step_due")).text(value("waiting_for")).needed(value("as_of"));
    matter.needed(value("shared")).run();
    for (const auto& of : one.filings)
      filing.needed(one.number)
          .needed(of.form)
          .text(of.receipt)
          .text(of.filed)
          .text(of.received)
          .needed(of.status)
          .text(of.status_on)
          .run();
    filings += one.filings.size();
    if (++done % told_every == 0 || done == import.cases.size()) progress(done, import.cases.size());
  }
  return filings;
}

}  // namespace

tl::expected<Replaced, std::string> replace_cases(
    const std::filesystem::path& file, const Import& import, knowledge::Date today,
    const std::function<void(std::size_t, std::size_t)>& progress) {
  create_private(file);
  try {
    SQLite::Database database(file.string(), SQLite::OPEN_READWRITE, wait_for_writers_ms);
    SQLite::Transaction transaction(database, SQLite::TransactionBehavior::IMMEDIATE);
    if (!database.tableExists("matter")) {
      const int others =
          database.execAndGet("SELECT count(*) FROM sqlite_master WHERE type = 'table'").getInt();
      if (others > 0) return tl::unexpected(std::string("it holds tables that are not ours"));
      database.exec(case_schema());
    }
    Replaced out;
    out.cases_before = database.execAndGet("SELECT count(*) FROM matter").getInt64();
    insert_clients(database, import, today);
    out.filings = insert_cases(database, import, progress);
    database.exec(
        "DELETE FROM appointment WHERE case_number NOT IN (SELECT case_number FROM matter); "
        "DELETE FROM document_request WHERE case_number NOT IN (SELECT case_number FROM matter)");
    transaction.commit();
    out.clients = import.clients.size();
    out.cases = import.cases.size();
    return out;
  } catch (const SQLite::Exception& exception) {
    return tl::unexpected(std::string(exception.what()));
  }
}

}  // namespace tulay::cases
