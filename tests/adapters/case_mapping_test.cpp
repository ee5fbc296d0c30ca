#include <SQLiteCpp/SQLiteCpp.h>

#include <catch2/catch.hpp>

#include "adapters/cases/live_check.hpp"
#include "adapters/cases/mapped_directory.hpp"
#include "adapters/cli/case_source.hpp"
#include "adapters/cli/config_file.hpp"
#include "contracts/case_directory_contract.hpp"
#include "contracts/firm_tables.hpp"
#include "contracts/mapping_mistakes.hpp"
#include "fakes/temporary_folder.hpp"

using namespace tulay;
using contracts::mistakes;

namespace {

const knowledge::Date today = *knowledge::date_from_iso("2026-11-24");

/// The firm's tables in a file, and its mapping as tulay.toml holds it, perhaps with a mistake in it.
class Firm {
 public:
  Firm() {
    SQLite::Database(file().string(), SQLite::OPEN_READWRITE | SQLite::OPEN_CREATE)
        .exec(contracts::firm_tables);
  }
  Firm& with(const std::string& right, const std::string& wrong) {
    const auto at = toml_.find(right);
    REQUIRE(at != std::string::npos);
    toml_.replace(at, right.size(), wrong);
    return *this;
  }
  std::optional<cli::Config> config(knowledge::Problems& problems) const {
    const auto given = cli::read_config_text(toml_, "tulay.toml", problems);
    if (!problems.empty()) return std::nullopt;
    auto config = cli::make_config(given, {"/data", false, true}, problems);
    if (config) config->cases.file = file().string();
    return config;
  }
  /// Everything that the start says of it, but the line's column: a line a problem.
  std::string said() const {
    knowledge::Problems problems;
    if (const auto read = config(problems)) {
      if (const auto database = cli::open_case_database(read->cases, today, problems)) {
        for (auto& problem : cases::live_problems(*database)) problems.push_back(std::move(problem));
        for (auto& problem : cases::index_problems(*database)) problems.push_back(std::move(problem));
      }
    }
    std::string out;
    for (auto& problem : problems) {
      problem.at.column = 0;
      out += knowledge::to_string(problem) + "\n";
    }
    return out;
  }
  [[nodiscard]] std::filesystem::path file() const { return folder_.path() / "firm.db"; }
  [[nodiscard]] cases::MappedDirectory directory() const {
    knowledge::Problems problems;
    const auto read = config(problems);
    REQUIRE(read.has_value());
    return {cli::open_case_database(read->cases, today, problems), true};
  }

 private:
  fakes::TemporaryFolder folder_;
  std::string toml_ = contracts::firm_toml;
};

}  // namespace

TEST_CASE("a firm's mapping without a mistake has nothing to say") { CHECK(Firm().said().empty()); }

TEST_CASE("each of the mistakes that people make in a mapping is told at the start, with its line") {
  const auto mistake = GENERATE(from_range(mistakes));
  INFO(mistake.wrong);
  CHECK(Firm().with(mistake.right, mistake.wrong).said() == mistake.said);
}

TEST_CASE("a look-up without an index is told the index to make") {
  Firm firm;
  SQLite::Database(firm.file().string(), SQLite::OPEN_READWRITE).exec("DROP INDEX cases_by_file");
  CHECK(firm.said() ==
        "tulay.toml:8: warning: cases.query.contact_by_case reads a whole table; CREATE INDEX "
        "tblCases_by_FileNo ON "
        "tblCases (FileNo)\n");
}

TEST_CASE("a firm's words, dates, phones and receipts are read in all the shapes in which it keeps them") {
  const Firm firm;
  const auto directory = firm.directory();
  const auto by_phone = directory.contacts({bot::CaseKeyKind::phone, "+12135550177"});
  REQUIRE(by_phone.has_value());
  REQUIRE(by_phone->size() == 1);
  CHECK(by_phone->front().phone == "+12135550177");
  const auto first = directory.cases(contracts::proof_for("7"), today);
  REQUIRE(first->size() == 1);
  CHECK(first->front().kind == "parole_request");
  CHECK(first->front().stage == "in_review");
  CHECK(first->front().stage_since == knowledge::date_from_iso("2026-10-01"));
  CHECK(first->front().as_of == knowledge::date_from_iso("2026-11-20"));
  REQUIRE(first->front().filings.size() == 1);
  CHECK(first->front().filings[0].filed == knowledge::date_from_iso("2026-09-30"));
}

TEST_CASE("what cannot be right is absent: an unreal date, a word without a mapping") {
  const auto cases = Firm().directory().cases(contracts::proof_for("8"), today);
  REQUIRE(cases->size() == 1);  // the hidden one is not there
  CHECK(cases->front().number == "A-2");
  CHECK(cases->front().stage == "unknown");
  CHECK_FALSE(cases->front().parole_ends.has_value());
  CHECK(cases->front().as_of == knowledge::date_from_iso("2026-11-20"));
  CHECK(cases->front().filings[0].receipt == "IOE9990000778");  // which the file has in another form
}
