#include "adapters/store/migrations.hpp"

#include <SQLiteCpp/SQLiteCpp.h>

#include <array>
#include <string_view>

#include "embedded_migrations.hpp"

namespace tulay::store {
namespace {

// Entry n brings user_version n to n + 1. Append only.
constexpr std::array steps{m0001_conversations_sql, m0002_audit_sql,        m0003_sms_sql,
                           m0004_staff_sql,         m0005_sms_delivery_sql, m0006_code_sends_sql};

}  // namespace

int schema_version() { return static_cast<int>(steps.size()); }

bool is_current(SQLite::Database& database) {
  return database.execAndGet("PRAGMA user_version").getInt() == schema_version();
}

std::optional<std::string> migrate(SQLite::Database& database) {
  const int version = database.execAndGet("PRAGMA user_version").getInt();
  const int newest = schema_version();
  if (version > newest) {
    return "it was written by a newer tulay (schema " + std::to_string(version) + ", this one knows " +
           std::to_string(newest) + ")";
  }
  for (int step = version; step < newest; ++step) {
    SQLite::Transaction transaction(database);
    database.exec(std::string(steps[static_cast<std::size_t>(step)]));
    database.exec("PRAGMA user_version = " + std::to_string(step + 1));
    transaction.commit();
  }
  return std::nullopt;
}

}  // namespace tulay::store
