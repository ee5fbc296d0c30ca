#include "adapters/cases/sqlite_parole_ends.hpp"

#include <SQLiteCpp/SQLiteCpp.h>

#include "adapters/cases/demo_cases.hpp"
#include "adapters/cases/row_reader.hpp"

namespace tulay::cases {
namespace {

constexpr int wait_for_import_ms = 2000;
constexpr const char* query =
    "SELECT m.case_number, m.parole_ends, c.phone_e164, c.language, c.time_zone, c.consent_sms, "
    "c.contact_restriction FROM matter m JOIN client c ON c.client_id = m.client_id "
    "WHERE m.share_with_bot = 1 AND m.closed_on IS NULL AND m.role = 'beneficiary' "
    "AND m.parole_ends BETWEEN ? AND ? ORDER BY m.parole_ends, m.case_number";

std::optional<bot::EndingParole> parole_of(SQLite::Statement& row) {
  const auto ends = knowledge::date_from_iso(row.getColumn(1).getString());
  if (!ends) return std::nullopt;
  bot::EndingParole out;
  out.case_number = row.getColumn(0).getString();
  out.ends = *ends;
  if (!row.getColumn(2).isNull()) out.phone = row.getColumn(2).getString();
  out.language = knowledge::language_from_tag(row.getColumn(3).getString()).value_or(knowledge::Language::en);
  out.time_zone = row.getColumn(4).getString();
  out.consents = row.getColumn(5).getString() == "yes";
  out.restriction = restriction_of(row.getColumn(6).getString());
  return out;
}

}  // namespace

SqliteParoleEnds::SqliteParoleEnds(std::unique_ptr<SQLite::Database> database)
    : database_(std::move(database)) {}
SqliteParoleEnds::~SqliteParoleEnds() = default;

tl::expected<std::unique_ptr<SqliteParoleEnds>, std::string> SqliteParoleEnds::open(
    const std::filesystem::path& file) {
  try {
    auto database =
        std::make_unique<SQLite::Database>(file.string(), SQLite::OPEN_READONLY, wait_for_import_ms);
    database->exec("PRAGMA query_only = ON");
    const SQLite::Statement statement(*database, query);
    return std::unique_ptr<SqliteParoleEnds>(new SqliteParoleEnds(std::move(database)));
  } catch (const SQLite::Exception& exception) {
    return tl::unexpected("cannot read the firm's cases in " + file.string() + ": " + exception.what());
  }
}

tl::expected<std::unique_ptr<SqliteParoleEnds>, std::string> SqliteParoleEnds::demo(knowledge::Date today) {
  try {
    auto database =
        std::make_unique<SQLite::Database>(":memory:", SQLite::OPEN_READWRITE | SQLite::OPEN_CREATE);
    fill_with_demo(*database, today);
    database->exec("PRAGMA query_only = ON");
    return std::unique_ptr<SqliteParoleEnds>(new SqliteParoleEnds(std::move(database)));
  } catch (const SQLite::Exception& exception) {
    return tl::unexpected(std::string("the demo cases do not load: ") + exception.what());
  }
}

tl::expected<std::vector<bot::EndingParole>, bot::CaseError> SqliteParoleEnds::ending(
    knowledge::Date first, knowledge::Date last) const {
  try {
    SQLite::Statement statement(*database_, query);
    statement.bind(1, knowledge::iso(first));
    statement.bind(2, knowledge::iso(last));
    std::vector<bot::EndingParole> out;
    while (statement.executeStep()) {
      if (auto parole = parole_of(statement)) out.push_back(std::move(*parole));
    }
    return out;
  } catch (const SQLite::Exception&) {
    return tl::unexpected(bot::CaseError::unavailable);
  }
}

}  // namespace tulay::cases
