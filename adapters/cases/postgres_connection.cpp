#include "adapters/cases/postgres_connection.hpp"

#include <pqxx/pqxx>

#include "adapters/cases/postgres_errors.hpp"
#include "adapters/cases/purposes.hpp"
#include "adapters/cases/sqlstate.hpp"

namespace tulay::cases {
namespace {

constexpr int most_rows_read = 20;

// One state of the tables for all queries of a call, and no writing whatever the role may do.
using ReadTransaction = pqxx::transaction<pqxx::isolation_level::repeatable_read, pqxx::read_only>;

std::string statement_name(Purpose purpose) { return "tulay_" + std::string(rules_of(purpose).name); }

/// The values in the order of the statement's numbers; what was not given is NULL.
std::vector<const char*> in_order(const Numbered& query, const Parameters& parameters) {
  std::vector<const char*> out;
  out.reserve(query.parameters.size());
  for (const auto& name : query.parameters) {
    const char* value = nullptr;
    for (const auto& [given, text] : parameters) {
      if (given == name) value = text.c_str();
    }
    out.push_back(value);
  }
  return out;
}

Rows rows_of(const pqxx::result& result) {
  Rows out;
  for (pqxx::row_size_type i = 0; i < result.columns(); ++i) out.columns.emplace_back(result.column_name(i));
  for (const auto& row : result) {
    auto& values = out.values.emplace_back();
    for (const auto& field : row)
      values.push_back(field.is_null() ? std::nullopt
                                       : std::optional(std::string(field.c_str(), field.size())));
  }
  return out;
}

bool is_contact(Purpose purpose) { return purpose <= Purpose::contact_by_phone; }

}  // namespace

struct PostgresConnection::Link {
  explicit Link(const std::string& text) : connection(text) {}
  pqxx::connection connection;
  pqxx::quiet_errorhandler quiet{connection};  // the server's notices would go to stderr, past our log
};

PostgresQueries::PostgresQueries(const Mapping& mapping) {
  for (const auto purpose : all_purposes()) {
    const auto& sql = mapping.query(purpose).sql;
    if (sql.empty()) continue;
    const auto i = static_cast<std::size_t>(purpose);
    plain[i] = numbered(without_semicolon(sql, Dialect::postgres));
    limited[i] = plain[i];
    // The line break ends a comment.
    limited[i].sql = "SELECT * FROM (" + plain[i].sql + "\n) AS tulay_rows" +
                     (purpose == Purpose::contact_ids ? "" : " LIMIT " + std::to_string(most_rows_read));
  }
}

PostgresConnection::PostgresConnection(const PostgresSettings& settings, const PostgresQueries& queries)
    : idle_since(std::chrono::steady_clock::now()),
      queries_(queries),
      prepare_(settings.prepare),
      link_(std::make_unique<Link>(settings.connection)) {}

void PostgresConnection::set_up(std::chrono::milliseconds deadline, const std::string& time_zone) {
  // The server gives up a little before we do, so that a slow query costs no connection.
  const auto limit = std::to_string(deadline.count() * 7 / 8);
  pqxx::nontransaction setup(link_->connection);
  setup.exec("SET default_transaction_read_only = on; SET statement_timeout = '" + limit +
             "ms'; SET lock_timeout = '200ms'; SET idle_in_transaction_session_timeout = '5s'; "
             "SET DateStyle = 'ISO, YMD'; SET client_encoding = 'UTF8'; SET TimeZone = " +
             setup.quote(time_zone));
  setup.commit();
}

PostgresConnection::~PostgresConnection() = default;

int PostgresConnection::descriptor() const { return link_->connection.sock(); }

/// The queries within the transaction that is running.
class PostgresConnection::Within final : public Reading {
 public:
  Within(PostgresConnection& owner, pqxx::transaction_base& transaction)
      : owner_(owner), transaction_(transaction) {}

  Rows rows(Purpose purpose, const Parameters& parameters) override {
    const auto& query = owner_.queries_.limited[static_cast<std::size_t>(purpose)];
    if (query.sql.empty()) return {};
    try {
      return rows_of(run(purpose, query, in_order(query, parameters)));
    } catch (const pqxx::sql_error& error) {
      if (is_contact(purpose) && finds_nothing(sqlstate_of(error))) return {};
      throw;
    }
  }

 private:
  pqxx::result run(Purpose purpose, const Numbered& query, const std::vector<const char*>& values) {
    const auto arguments = pqxx::prepare::make_dynamic_params(values);
    if (!owner_.prepare_) return transaction_.exec_params(query.sql, arguments);
    const auto name = statement_name(purpose);
    owner_.link_->connection.prepare(name, query.sql);  // once known, this does nothing
    return transaction_.exec_prepared(name, arguments);
  }

  PostgresConnection& owner_;
  pqxx::transaction_base& transaction_;
};

void PostgresConnection::read(const CaseDatabase::Work& work) {
  ReadTransaction transaction(link_->connection);
  Within within(*this, transaction);
  work(within);
  transaction.commit();
}

void PostgresConnection::test() {
  pqxx::nontransaction transaction(link_->connection);
  transaction.exec("SELECT 1");
}

std::vector<ColumnType> PostgresConnection::columns(Purpose purpose) {
  const auto& query = queries_.plain[static_cast<std::size_t>(purpose)];
  ReadTransaction transaction(link_->connection);
  // With NULL for every value it finds nothing, but tells what it would give.
  const auto values = in_order(query, {});
  const auto result = transaction.exec_params("SELECT * FROM (" + query.sql + "\n) AS tulay_rows LIMIT 0",
                                              pqxx::prepare::make_dynamic_params(values));
  std::vector<ColumnType> out;
  for (pqxx::row_size_type i = 0; i < result.columns(); ++i) {
    const auto type = transaction.exec_params1("SELECT format_type($1::oid, NULL)", result.column_type(i));
    out.push_back({result.column_name(i), type[0].as<std::string>()});
  }
  return out;
}

bool PostgresConnection::uses_index(Purpose purpose) {
  const auto& query = queries_.plain[static_cast<std::size_t>(purpose)];
  ReadTransaction transaction(link_->connection);
  // Small tables are read whole even where there is an index; this asks whether there is one.
  transaction.exec("SET LOCAL enable_seqscan = off");
  // A value for every parameter: with NULL the plan would be empty.
  transaction.exec("PREPARE tulay_explained AS " + query.sql);
  transaction.exec("SET LOCAL plan_cache_mode = force_generic_plan");
  std::string call = "EXPLAIN EXECUTE tulay_explained";
  for (std::size_t i = 0; i < query.parameters.size(); ++i) call += i == 0 ? "(NULL" : ", NULL";
  const auto plan = transaction.exec(call + (query.parameters.empty() ? "" : ")"));
  transaction.exec("DEALLOCATE tulay_explained");
  for (const auto& line : plan) {
    if (std::string_view(line[0].c_str()).find("Seq Scan") != std::string_view::npos) return false;
  }
  return true;
}

Access PostgresConnection::access() {
  ReadTransaction transaction(link_->connection);
  const auto who = transaction.exec1(
      "SELECT current_user || ' on ' || current_database() || ', PostgreSQL ' || "
      "current_setting('server_version'),"
      " NOT rolsuper AND NOT EXISTS (SELECT 1 FROM information_schema.table_privileges p"
      " WHERE p.grantee IN (current_user, 'PUBLIC') AND p.privilege_type IN ('INSERT', 'UPDATE', 'DELETE')"
      " AND p.table_schema NOT IN ('pg_catalog', 'information_schema')) "
      "FROM pg_roles WHERE rolname = current_user");
  return {who[0].as<std::string>(), who[1].as<bool>()};
}

}  // namespace tulay::cases
