#pragma once

#include <chrono>
#include <functional>
#include <string>
#include <tl/expected.hpp>
#include <vector>

#include "adapters/cases/mapping.hpp"
#include "adapters/cases/rows.hpp"
#include "adapters/cases/sql_text.hpp"
#include "bot/ports/case_directory.hpp"

namespace tulay::cases {

/// Why a database did not answer; `detail` is its own words, for staff and logs: never a value of a row.
struct DatabaseError {
  bot::CaseError kind = bot::CaseError::unavailable;
  std::string detail;
};

/// The mapping's queries within one read-only transaction. What the database throws passes through.
class Reading {
 public:
  virtual ~Reading() = default;
  /// At most twenty rows; none when the mapping has no such query.
  virtual Rows rows(Purpose purpose, const Parameters& parameters) = 0;
};

struct ColumnType {
  std::string name;  // lower case
  std::string type;  // as the database calls it; empty where it does not say
};

/// As whom one is connected, and whether that one could write.
struct Access {
  std::string who;
  bool read_only = false;
};

/// A database that holds the firm's cases, read by a mapping. May be shared by threads.
class CaseDatabase {
 public:
  using Work = std::function<void(Reading&)>;

  virtual ~CaseDatabase() = default;
  /// Does `work` in one read-only transaction within the deadline. After a broken connection it is done
  /// once more from the start on a new one, so it must have no effect but its last result.
  [[nodiscard]] virtual tl::expected<void, DatabaseError> read(const Work& work) const = 0;

  [[nodiscard]] virtual const Mapping& mapping() const = 0;
  [[nodiscard]] virtual Dialect dialect() const = 0;

  // What `tulay cases check` asks.
  [[nodiscard]] virtual tl::expected<std::vector<ColumnType>, DatabaseError> columns(
      Purpose purpose) const = 0;
  /// Can the query find its rows without reading whole tables?
  [[nodiscard]] virtual tl::expected<bool, DatabaseError> uses_index(Purpose purpose) const = 0;
  [[nodiscard]] virtual tl::expected<Access, DatabaseError> access() const = 0;
};

}  // namespace tulay::cases
