#include <catch2/catch.hpp>

#include "e2e/program.hpp"
#include "fakes/temporary_folder.hpp"

using namespace tulay;
using e2e::Program;

namespace {

const std::string sheet =
    "number,name,birth_date,phone,stage,receipt,form,filed\n"
    "HP-2027-001,Rosa Made-Up,1971-05-02,+12135550171,filed,IOE9990000901,I-131,2026-09-01\n"
    "HP-2027-002,Juan Made-Up,1980-01-20,+12135550172,in_review,IOE9990000902,I-131,2026-10-01\n";

struct Done {
  int status = 0;
  std::string said;
  std::string faults;
};

/// `tulay cases …` on the firm's file in the folder.
Done cases(const fakes::TemporaryFolder& folder, std::vector<std::string> arguments) {
  arguments.insert(arguments.begin(), "cases");
  for (const auto* const more : {"--cases.adapter", "sqlite", "--cases.file", "firm.db", "--store.file",
                                 "tulay.db", "--data.dir", TULAY_E2E_DATA})
    arguments.emplace_back(more);
  Program program(arguments, folder.path());
  auto said = program.output();
  const int status = program.exit_status();
  return {status, std::move(said), program.errors()};
}

bool has(const std::string& text, std::string_view part) { return text.find(part) != std::string::npos; }

}  // namespace

TEST_CASE("a spreadsheet is imported, checked and shown, and what was shown stands in the audit") {
  const fakes::TemporaryFolder folder;
  fakes::write(folder.path() / "cases.csv", sheet);
  const auto imported = cases(folder, {"import", "cases.csv"});
  CHECK(imported.status == 0);
  CHECK(imported.said == "imported 2 rows: 2 clients, 2 cases (before: 0), 2 filings\n");
  const auto checked = cases(folder, {"check"});
  CHECK(checked.status == 0);
  CHECK(has(checked.said, "can only read"));
  CHECK(has(checked.said, "cases.query.cases: 2 rows"));
  const auto shown = cases(folder, {"show", "HP-2027-002"});
  CHECK(shown.status == 0);
  CHECK(has(shown.said, "stage: in_review"));
  CHECK(has(shown.said, "IOE9990000902"));
  Program audit({"store", "verify", "tulay.db"}, folder.path());
  CHECK(has(audit.output(), "audit whole: 1 entries"));
}

TEST_CASE("bad rows are told with their lines, and the cases from before stay") {
  const fakes::TemporaryFolder folder;
  fakes::write(folder.path() / "cases.csv", sheet);
  REQUIRE(cases(folder, {"import", "cases.csv"}).status == 0);
  fakes::write(
      folder.path() / "bad.csv",
      "number,name,phone,receipt,form,filed\nHP-2027-003,Ana Made-Up,12,IOE9990000903,I-131,2026-09-01\n"
      "HP-2027-004,Leo Made-Up,+12135550174,IOE9990000904,I-131,2026-13-01\n");
  const auto refused = cases(folder, {"import", "bad.csv"});
  CHECK(refused.status == 1);
  CHECK(has(refused.faults, "bad.csv:2: error: phone is not a real one\n"));
  CHECK(has(refused.faults, "bad.csv:3: error: filed is not a real one\n"));
  CHECK(has(refused.faults, "nothing was imported"));
  CHECK(cases(folder, {"show", "HP-2027-001"}).status == 0);
  const auto unknown = cases(folder, {"show", "HP-2027-003"});
  CHECK(unknown.status == 1);
  CHECK(has(unknown.faults, "there is no case HP-2027-003"));
}

TEST_CASE("a mapping that does not fit the firm's tables is told before anyone asks") {
  const fakes::TemporaryFolder folder;
  fakes::write(folder.path() / "cases.csv", sheet);
  REQUIRE(cases(folder, {"import", "cases.csv"}).status == 0);
  fakes::write(folder.path() / "tulay.toml",
               "[cases.query]\ncontact_by_case = 'SELECT id AS contact_id, phone FROM people WHERE number = "
               ":case_number'\n");
  const auto checked = cases(folder, {"check"});
  CHECK(checked.status != 0);
  CHECK(has(checked.faults, "tulay.toml:2"));
}
