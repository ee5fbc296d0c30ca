#pragma once

#include "adapters/cases/demo_cases.hpp"
#include "adapters/cases/mapped_directory.hpp"
#include "adapters/cases/postgres_database.hpp"
#include "fakes/own_postgres.hpp"

namespace tulay::contracts {

inline const knowledge::Date today = *knowledge::date_from_iso("2026-11-24");

/// A server for all tests of a program, with the demo's cases in the database "demo".
class FirmPostgres {
 public:
  FirmPostgres() {
    server.run("postgres", "CREATE DATABASE demo");
    server.run("demo", cases::demo_statements(today));
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

  fakes::OwnPostgres server;
};

inline FirmPostgres& firm_postgres() {
  static FirmPostgres firm;
  return firm;
}

}  // namespace tulay::contracts
