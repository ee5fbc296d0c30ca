#include <SQLiteCpp/SQLiteCpp.h>

#include "adapters/cases/live_check.hpp"
#include "adapters/cases/mapped_directory.hpp"
#include "adapters/cases/sqlite_database.hpp"
#include "contracts/case_directory_contract.hpp"
#include "contracts/wrong_person.hpp"
#include "fakes/temporary_folder.hpp"

using namespace tulay;

namespace {

const knowledge::Date today = *knowledge::date_from_iso("2026-11-24");

/// A firm with tables of its own.
void make_firm(const std::filesystem::path& file) {
  SQLite::Database database(file.string(), SQLite::OPEN_READWRITE | SQLite::OPEN_CREATE);
  database.exec(
      "CREATE TABLE tblClients (ID INTEGER PRIMARY KEY, CellPhone TEXT, DOB TEXT);"
      "CREATE TABLE tblCases (FileNo TEXT, ClientID INTEGER, Status TEXT, ReceiptNo TEXT, I94Exp TEXT);"
      "INSERT INTO tblClients VALUES (7, '+12135550177', '1980-01-01');"
      "INSERT INTO tblCases VALUES ('A-1', 7, 'Pending USCIS', 'IOE9990000777', '2026-13-45');");
}

cases::Mapping firm_mapping() {
  cases::Mapping mapping;
  const std::string contact =
      "SELECT c.ID AS contact_id, c.CellPhone AS phone, NULL AS phone_changed_on, NULL AS "
      "contact_restriction, "
      "substr(c.DOB, 1, 4) AS birth_year "
      "FROM tblClients c JOIN tblCases k ON k.ClientID = c.ID WHERE ";
  mapping.query(cases::Purpose::contact_by_receipt).sql = contact + "k.ReceiptNo = :receipt";
  mapping.query(cases::Purpose::contact_by_case).sql = contact + "k.FileNo = :case_number";
  mapping.query(cases::Purpose::contact_by_phone).sql = contact + "c.CellPhone = :phone_e164";
  mapping.query(cases::Purpose::cases).sql =
      "SELECT k.FileNo AS number, NULL AS kind, k.Status AS stage, k.I94Exp AS parole_ends, "
      "'i94' AS parole_ends_source, NULL AS as_of FROM tblCases k WHERE k.ClientID = :contact_id";
  mapping.values["stage"]["pending uscis"] = {"in_review", {}};
  return mapping;
}

std::unique_ptr<cases::SqliteDatabase> opened(const std::filesystem::path& file, cases::Mapping mapping,
                                              int deadline_ms = 5000) {
  auto database =
      cases::SqliteDatabase::open({file, std::chrono::milliseconds(deadline_ms), 2}, std::move(mapping));
  REQUIRE(database.has_value());
  return std::move(*database);
}

}  // namespace

TEST_CASE("the demo directory is a case directory") {
  auto database = cases::SqliteDatabase::demo(today);
  REQUIRE(database.has_value());
  contracts::behaves_as_a_case_directory(cases::MappedDirectory(std::move(*database), true), today);
}

TEST_CASE("a firm's own tables are read by its own queries, its words as ours, and no unreal date") {
  const fakes::TemporaryFolder folder;
  const auto file = folder.path() / "firm.db";
  make_firm(file);
  auto database = opened(file, firm_mapping());
  CHECK(cases::live_problems(*database).empty());
  const cases::MappedDirectory directory(std::move(database), true);
  CHECK(directory.contacts({bot::CaseKeyKind::receipt_number, "IOE9990000777"})->size() == 1);
  const auto cases = directory.cases(contracts::proof_for("7"), today);
  REQUIRE(cases->size() == 1);
  CHECK(cases->front().stage == "in_review");
  CHECK_FALSE(cases->front().parole_ends.has_value());
}

TEST_CASE("a query that never ends is broken off at the deadline, and the next one answers") {
  const fakes::TemporaryFolder folder;
  const auto file = folder.path() / "firm.db";
  make_firm(file);
  auto mapping = firm_mapping();
  mapping.query(cases::Purpose::cases).sql =
      "WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n) "
      "SELECT count(*) AS number FROM n WHERE :contact_id IS NOT NULL";
  const cases::MappedDirectory directory(opened(file, mapping, 50), true);
  const auto cases = directory.cases(contracts::proof_for("7"), today);
  REQUIRE_FALSE(cases.has_value());
  CHECK(cases.error() == bot::CaseError::timed_out);
  CHECK(directory.contacts({bot::CaseKeyKind::case_number, "A-1"})->size() == 1);
}

TEST_CASE("in a hundred thousand calls nobody is shown a row of another's case") {
  auto database = cases::SqliteDatabase::demo(today);
  REQUIRE(database.has_value());
#ifdef TULAY_SANITIZED  // where it takes minutes
  constexpr int calls = 5'000;
#else
  constexpr int calls = 100'000;
#endif
  CHECK(contracts::strangers_shown(cases::MappedDirectory(std::move(*database), true), today, calls) == 0);
}

TEST_CASE("a row that says whose it is stays unseen by others, even when a query has lost its condition") {
  const fakes::TemporaryFolder folder;
  const auto file = folder.path() / "firm.db";
  make_firm(file);
  auto mapping = firm_mapping();
  mapping.query(cases::Purpose::cases).sql =
      "SELECT k.ClientID AS contact_id, k.FileNo AS number, NULL AS kind, k.Status AS stage, NULL AS as_of "
      "FROM tblCases k WHERE :contact_id IS NOT NULL";
  const cases::MappedDirectory directory(opened(file, mapping), true);
  CHECK(directory.cases(contracts::proof_for("7"), today)->size() == 1);
  CHECK(directory.cases(contracts::proof_for("8"), today)->empty());
}

TEST_CASE("a file that takes the place of the old one is read from then on") {
  const fakes::TemporaryFolder folder;
  const auto file = folder.path() / "firm.db";
  make_firm(file);
  const cases::MappedDirectory directory(opened(file, firm_mapping()), true);
  REQUIRE(directory.contacts({bot::CaseKeyKind::case_number, "A-1"})->size() == 1);
  make_firm(folder.path() / "new.db");
  SQLite::Database((folder.path() / "new.db").string(), SQLite::OPEN_READWRITE)
      .exec("UPDATE tblCases SET FileNo = 'A-9'");
  std::filesystem::rename(folder.path() / "new.db", file);
  CHECK(directory.contacts({bot::CaseKeyKind::case_number, "A-9"})->size() == 1);
  CHECK(directory.contacts({bot::CaseKeyKind::case_number, "A-1"})->empty());
}

TEST_CASE("a file that somebody writes to for long is told as unavailable, and read when they are done") {
  const fakes::TemporaryFolder folder;
  const auto file = folder.path() / "firm.db";
  make_firm(file);
  const cases::MappedDirectory directory(opened(file, firm_mapping()), true);
  SQLite::Database writer(file.string(), SQLite::OPEN_READWRITE);
  writer.exec("BEGIN EXCLUSIVE");
  const auto found = directory.contacts({bot::CaseKeyKind::case_number, "A-1"});
  REQUIRE_FALSE(found.has_value());
  CHECK(found.error() == bot::CaseError::unavailable);
  writer.exec("ROLLBACK");
  CHECK(directory.contacts({bot::CaseKeyKind::case_number, "A-1"})->size() == 1);
}
