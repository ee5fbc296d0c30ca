#pragma once

#include "adapters/cases/demo_cases.hpp"
#include "adapters/cases/mapped_directory.hpp"
#include "adapters/cases/postgres_database.hpp"
#include "fakes/own_postgres.hpp"

namespace tulay::contracts {

inline const knowledge::Date today = *knowledge::date_from_iso("2026-11-24");

/// A server for all tests of a program, with the demo's cases in the database "demo", and in "viewed" also
/// the views and the role of deploy/postgres.
class FirmPostgres {
 public:
  FirmPostgres() {
    server.run("postgres", "CREATE DATABASE demo");
    server.run("demo", cases::demo_statements(today));
    copy_demo("viewed");
    server.run("viewed",
               fakes::content_of(std::filesystem::path(TULAY_SOURCE_DIR) / "deploy/postgres/views.sql"));
  }
  /// A database of its own with the demo's cases.
  void copy_demo(const std::string& name) const {
    server.cut("demo");  // a database is copied only while nobody uses it
    server.run("postgres", "CREATE DATABASE " + name + " TEMPLATE demo");
  }
  struct Options {
    bool prepare = true;
    int connections = 4;
    std::chrono::milliseconds deadline{5000};  // generous: other programs run beside the tests
    std::chrono::seconds test_after{30};
  };
  [[nodiscard]] std::unique_ptr<cases::PostgresDatabase> database(
      const std::string& name, const Options& options,
      cases::Mapping mapping = cases::default_mapping()) const {
    return at(server.connection(name), options, std::move(mapping));
  }
  [[nodiscard]] static std::unique_ptr<cases::PostgresDatabase> at(
      std::string connection, const Options& options, cases::Mapping mapping = cases::default_mapping()) {
    return std::make_unique<cases::PostgresDatabase>(
        cases::PostgresSettings{std::move(connection), options.deadline, options.connections, options.prepare,
                                options.test_after},
        std::move(mapping));
  }

  /// The server's processes for the database stand still, as if its disk did not answer, and go on.
  void stop_backends() { send_to_backends(SIGSTOP); }
  void continue_backends() {
    for (const auto id : stopped_) ::kill(id, SIGCONT);
    stopped_.clear();
  }

  fakes::OwnPostgres server;

 private:
  void send_to_backends(int signal) {
    pqxx::connection link(server.connection());
    pqxx::nontransaction work(link);
    for (const auto& row : work.exec("SELECT pid FROM pg_stat_activity WHERE datname = 'demo'")) {
      stopped_.push_back(row[0].as<pid_t>());
      ::kill(stopped_.back(), signal);
    }
  }
  std::vector<pid_t> stopped_;
};

inline FirmPostgres& firm_postgres() {
  static FirmPostgres firm;
  return firm;
}

}  // namespace tulay::contracts
