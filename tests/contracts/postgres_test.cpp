#include "contracts/case_directory_contract.hpp"
#include "contracts/firm_postgres.hpp"
#include "contracts/wrong_person.hpp"

using namespace tulay;
using contracts::firm_postgres;
using contracts::today;

TEST_CASE("PostgreSQL with the demo's cases is a case directory") {
  const auto prepare = GENERATE(true, false);
  const cases::MappedDirectory directory(firm_postgres().database("demo", {.prepare = prepare}), false);
  contracts::behaves_as_a_case_directory(directory, today);
}

TEST_CASE("in PostgreSQL too nobody is shown a row of another's case") {
  const cases::MappedDirectory directory(firm_postgres().database("demo", {}), true);
  CHECK(contracts::strangers_shown(directory, today, 2'000) == 0);
}
