#include <SQLiteCpp/SQLiteCpp.h>

#include "adapters/cases/csv_import.hpp"
#include "adapters/cases/live_check.hpp"
#include "adapters/cases/mapped_directory.hpp"
#include "adapters/cases/sqlite_database.hpp"
#include "contracts/case_directory_contract.hpp"
#include "fakes/temporary_folder.hpp"

using namespace tulay;

namespace {

const knowledge::Date imported_on = *knowledge::date_from_iso("2026-11-24");

const std::string good =
    "File No,Client,Born,Cell,Status,Receipt,Form,Filed\n"
    "A-1,Marisol Quintero,1989-04-17,(213) 555-0101,in review,IOE-99-900-00101,I-131,11/02/2026\n"
    "A-1,Marisol Quintero,1989-04-17,(213) 555-0101,in review,IOE9990000102,I-134,11/02/2026\n"
    "A-2,Sasha Petrenko,1978-11-02,213-555-0102,approved,,,\n";

struct Sheet {
  std::filesystem::path file;
  knowledge::Problems problems;
  cases::Import import;
  std::vector<std::size_t> heard;

  explicit Sheet(std::filesystem::path into) : file(std::move(into)) {}

  tl::expected<cases::Replaced, std::string> take(const std::string& text,
                                                  knowledge::Date day = imported_on) {
    auto mapping = cases::default_mapping();
    mapping.date_formats = {"%Y-%m-%d", "%m/%d/%Y"};
    mapping.values["stage"]["in review"] = {"in_review", {}};
    problems.clear();
    import = cases::read_import(text, "cases.csv", mapping,
                                {{"number", "file no"},
                                 {"name", "Client"},
                                 {"birth_date", "Born"},
                                 {"phone", "Cell"},
                                 {"stage", "Status"},
                                 {"receipt", "Receipt"},
                                 {"form", "Form"},
                                 { "filed",
                                   "Filed" }},
                                day, problems);
    if (knowledge::has_errors(problems)) return tl::unexpected(std::string("errors"));
    return cases::replace_cases(file, import, day,
                                [this](auto done, auto /*all*/) { heard.push_back(done); });
  }
  [[nodiscard]] std::string said() const {
    std::string out;
    for (const auto& problem : problems) out += knowledge::to_string(problem) + "\n";
    return out;
  }
  [[nodiscard]] cases::MappedDirectory directory() const {
    auto database = cases::SqliteDatabase::open({file, std::chrono::seconds(5), 1}, cases::default_mapping());
    REQUIRE(database.has_value());
    CHECK(cases::live_problems(**database).empty());
    return {std::move(*database), true};
  }
  [[nodiscard]] bot::ContactMatch contact(const std::string& number) const {
    const auto found = directory().contacts({bot::CaseKeyKind::case_number, number});
    REQUIRE(found.has_value());
    REQUIRE(found->size() == 1);
    return found->front();
  }
};

}  // namespace

TEST_CASE("a spreadsheet becomes the firm's cases, whatever its headers, letters and dates") {
  const fakes::TemporaryFolder folder;
  Sheet sheet(folder.path() / "cases.db");
  const auto text = GENERATE(as<std::string>(), "", "\xEF\xBB\xBF") + good;
  const auto replaced = sheet.take(text);
  INFO(sheet.said());
  REQUIRE(replaced.has_value());
  CHECK(replaced->clients == 2);
  CHECK(replaced->cases == 2);
  CHECK(replaced->filings == 2);
  CHECK(sheet.heard == std::vector<std::size_t>{2});
  const auto contact = sheet.contact("A-1");
  CHECK(contact.phone == "+12135550101");
  CHECK(contact.birth_year == 1989);
  const auto cases = sheet.directory().cases(contracts::proof_for(contact.contact_id), imported_on);
  REQUIRE(cases->size() == 1);
  CHECK(cases->front().stage == "in_review");
  CHECK(cases->front().as_of == imported_on);
  REQUIRE(cases->front().filings.size() == 2);
  CHECK(sheet.directory().contacts({bot::CaseKeyKind::receipt_number, "IOE9990000101"})->size() == 1);
  CHECK((std::filesystem::status(sheet.file).permissions() & std::filesystem::perms::others_all) ==
        std::filesystem::perms::none);
}

TEST_CASE("one bad row, and nothing is imported; each is told with its line and without its value") {
  const fakes::TemporaryFolder folder;
  Sheet sheet(folder.path() / "cases.db");
  REQUIRE(sheet.take(good).has_value());
  CHECK_FALSE(sheet
                  .take(good + "A-3,Ahmad Rahimi,1984-02-30,(714) 555-0105,approved,,,\n"
                               "A-4,Yuli Ferrer,,none,approved,,,\n"
                               "A-5,Rose Cruz,,(626) 555-0107,approved,IOE9990000101,I-131,\n"
                               "A-6,Rose Cruz,,(626) 555-0107,approved,ABC,I-131,13/13/2026\n"
                               "A-7,Rose Cruz,,(626) 555-0108,approved,,,\n"
                               ",Rose Cruz,,(626) 555-0107,approved,,,\n"
                               "A-8,Rose Cruz\n"
                               "A-1,Rose Cruz,,(626) 555-0107,approved,,,\n")
                  .has_value());
  CHECK(sheet.said() ==
        "cases.csv:5: error: birth_date is not a real one\n"
        "cases.csv:6: error: phone is not a real one\n"
        "cases.csv:7: error: has the receipt of line 2\n"
        "cases.csv:8: error: receipt is not a real one\n"
        "cases.csv:8: error: filed is not a real one\n"
        "cases.csv:9: error: says otherwise of the same client's phone or restriction than line 7\n"
        "cases.csv:10: error: has no number\n"
        "cases.csv:11: error: has 2 fields, the header has 8\n"
        "cases.csv:12: error: gives the case another client than line 2\n");
  CHECK(sheet.contact("A-1").phone == "+12135550101");
}

TEST_CASE("a header that the mapping names must be there") {
  const fakes::TemporaryFolder folder;
  Sheet sheet(folder.path() / "cases.db");
  CHECK_FALSE(sheet.take("File No,Client,Born,Phone,Status,Receipt,Form,Filed\nA-1,X,,,,,,\n").has_value());
  CHECK(sheet.said() ==
        "cases.csv:1: error: has no column 'Cell'; cases.import.phone names it\n"
        "cases.csv:1: error: has no columns number, phone, and contact_id or name; say under [cases.import] "
        "what they "
        "are called in it\n");
}

TEST_CASE("a word without a mapping is a warning, and reads as unknown") {
  const fakes::TemporaryFolder folder;
  Sheet sheet(folder.path() / "cases.db");
  REQUIRE(sheet.take("File No,Client,Born,Cell,Status,Receipt,Form,Filed\nA-1,X,,(213) 555-0101,on hold,,,\n")
              .has_value());
  CHECK(sheet.said() ==
        "cases.csv:2: warning: 'on hold' is no stage of ours and reads as unknown; add it under "
        "[cases.values.stage]\n");
}

TEST_CASE(
    "a telephone that differs from the last import counts as changed imported_on, and the client stays the "
    "same "
    "one") {
  const fakes::TemporaryFolder folder;
  Sheet sheet(folder.path() / "cases.db");
  REQUIRE(sheet.take(good).has_value());
  const auto before = sheet.contact("A-2");
  CHECK_FALSE(before.phone_changed_on.has_value());
  auto moved = good;
  moved.replace(moved.find("213-555-0102"), 12, "213-555-0199");
  const auto tomorrow = knowledge::plus_days(imported_on, 1);
  REQUIRE(sheet.take(moved, tomorrow).has_value());
  CHECK(sheet.contact("A-2").phone_changed_on == tomorrow);
  REQUIRE(sheet.take(moved, knowledge::plus_days(imported_on, 5)).has_value());
  CHECK(sheet.contact("A-2").phone_changed_on == tomorrow);
  CHECK(sheet.contact("A-2").contact_id == before.contact_id);
}

TEST_CASE("a file with tables of somebody else is left alone") {
  const fakes::TemporaryFolder folder;
  Sheet sheet(folder.path() / "cases.db");
  SQLite::Database(sheet.file.string(), SQLite::OPEN_READWRITE | SQLite::OPEN_CREATE)
      .exec("CREATE TABLE other (x)");
  CHECK(sheet.take(good).error() == "it holds tables that are not ours");
}
