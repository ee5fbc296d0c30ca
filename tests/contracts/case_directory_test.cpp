#include "adapters/cases/sqlite_directory.hpp"

#include <SQLiteCpp/SQLiteCpp.h>

#include "contracts/case_directory_contract.hpp"
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

cases::CaseQueries firm_queries() {
  cases::CaseQueries queries;
  const std::string contact =
      "SELECT c.ID AS contact_id, c.CellPhone AS phone, substr(c.DOB, 1, 4) AS birth_year "
      "FROM tblClients c JOIN tblCases k ON k.ClientID = c.ID WHERE ";
  queries.contact_by_receipt = contact + "k.ReceiptNo = :receipt";
  queries.contact_by_case = contact + "k.FileNo = :case_number";
  queries.contact_by_phone = contact + "c.CellPhone = :phone_e164";
  queries.cases =
      "SELECT k.FileNo AS number, k.Status AS stage, k.I94Exp AS parole_ends FROM tblCases k "
      "WHERE k.ClientID = :contact_id";
  queries.stages["pending uscis"] = "in_review";
  return queries;
}

}  // namespace

TEST_CASE("the demo directory is a case directory") {
  const auto directory = cases::SqliteDirectory::demo(today);
  REQUIRE(directory.has_value());
  contracts::behaves_as_a_case_directory(**directory, today);
}

TEST_CASE("a firm's own tables are read by its own queries, its words as ours, and no unreal date") {
  const fakes::TemporaryFolder folder;
  const auto file = folder.path() / "firm.db";
  make_firm(file);
  const auto directory = cases::SqliteDirectory::open(file, firm_queries());
  REQUIRE(directory.has_value());
  CHECK((*directory)->contacts({bot::CaseKeyKind::receipt_number, "IOE9990000777"})->size() == 1);
  const auto cases = (*directory)->cases(contracts::proof_for("7"), today);
  REQUIRE(cases->size() == 1);
  CHECK(cases->front().stage == "in_review");
  CHECK_FALSE(cases->front().parole_ends.has_value());
}

TEST_CASE("a query that is wrong stops the start and is named") {
  const fakes::TemporaryFolder folder;
  const auto file = folder.path() / "firm.db";
  make_firm(file);
  auto queries = firm_queries();
  const auto* const faulty = GENERATE("SELECT nothing FROM nowhere", "DELETE FROM tblCases",
                                      "SELECT 1; DROP TABLE tblCases", "UPDATE tblCases SET Status = ''");
  queries.cases = faulty;
  const auto directory = cases::SqliteDirectory::open(file, queries);
  REQUIRE_FALSE(directory.has_value());
  CHECK(directory.error().starts_with("cases.query.cases: "));
}

TEST_CASE("a query that never ends is broken off at the deadline") {
  const fakes::TemporaryFolder folder;
  const auto file = folder.path() / "firm.db";
  make_firm(file);
  auto queries = firm_queries();
  queries.cases =
      "WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n) "
      "SELECT count(*) AS number FROM n WHERE :contact_id IS NOT NULL";
  const auto directory = cases::SqliteDirectory::open(file, queries, 20);
  REQUIRE(directory.has_value());
  const auto cases = (*directory)->cases(contracts::proof_for("7"), today);
  REQUIRE_FALSE(cases.has_value());
  CHECK(cases.error() == bot::CaseError::timed_out);
  CHECK((*directory)->contacts({bot::CaseKeyKind::case_number, "A-1"})->size() == 1);
}
