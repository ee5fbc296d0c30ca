#pragma once

#include <memory>
#include <utility>

#include "adapters/cases/case_database.hpp"
#include "adapters/cases/postgres_pool.hpp"
#include "adapters/cases/watchdog.hpp"

namespace tulay::cases {

/// The firm's cases in PostgreSQL. Connects when first asked and again when it has to; a call that breaks is
/// repeated once on a new connection within its deadline. May be shared by threads.
class PostgresDatabase final : public CaseDatabase {
 public:
  PostgresDatabase(PostgresSettings settings, Mapping mapping);

  [[nodiscard]] tl::expected<void, DatabaseError> read(const Work& work) const override;
  [[nodiscard]] const Mapping& mapping() const override { return mapping_; }
  [[nodiscard]] Dialect dialect() const override { return Dialect::postgres; }
  [[nodiscard]] tl::expected<std::vector<ColumnType>, DatabaseError> columns(Purpose purpose) const override;
  [[nodiscard]] tl::expected<bool, DatabaseError> uses_index(Purpose purpose) const override;
  [[nodiscard]] tl::expected<Access, DatabaseError> access() const override;

 private:
  using Deadline = std::chrono::steady_clock::time_point;
  struct Failure {
    DatabaseError error;
    bool repeat = false;  // may the same succeed on a new connection?
  };
  using Use = std::function<void(PostgresConnection&)>;

  [[nodiscard]] std::unique_ptr<PostgresConnection> connect() const;
  [[nodiscard]] tl::expected<void, DatabaseError> use(const Use& use) const;
  [[nodiscard]] tl::expected<void, Failure> use_once(const Use& use, Deadline until) const;
  [[nodiscard]] tl::expected<PostgresPool::Lease, DatabaseError> take(Deadline until) const;
  [[nodiscard]] bool still_answers(PostgresConnection& connection, Deadline until) const;

  PostgresSettings settings_;
  Mapping mapping_;
  PostgresQueries queries_;
  mutable Watchdog watchdog_;
  mutable PostgresPool pool_;
};

}  // namespace tulay::cases
