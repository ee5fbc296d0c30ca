#include <csignal>
#include <thread>

#include "adapters/cases/guarded_directory.hpp"
#include "adapters/cases/live_check.hpp"
#include "contracts/case_directory_contract.hpp"
#include "contracts/firm_postgres.hpp"
#include "fakes/fixed_clock.hpp"
#include "fakes/silent_server.hpp"

using namespace tulay;
using bot::CaseError;
using cases::MappedDirectory;
using cases::Purpose;
using contracts::firm_postgres;
using contracts::today;
using SteadyClock = std::chrono::steady_clock;

namespace {

const bot::CaseKey known{bot::CaseKeyKind::case_number, "HP-2026-001"};

cases::Mapping with(Purpose purpose, const std::string& sql) {
  auto mapping = cases::default_mapping();
  mapping.query(purpose).sql = sql;
  return mapping;
}

std::string printed(const knowledge::Problems& problems) {
  std::string out;
  for (const auto& problem : problems) out += knowledge::to_string(problem) + "\n";
  return out;
}

}  // namespace

TEST_CASE("a connection that the server ends between two calls costs no answer") {
  const MappedDirectory directory(firm_postgres().database("demo", {}), true);
  REQUIRE(directory.contacts(known).has_value());
  firm_postgres().server.cut("demo");
  const auto found = directory.contacts(known);
  REQUIRE(found.has_value());
  CHECK(found->size() == 1);
}

TEST_CASE("while connections are ended all the time, every answer is the right one or says that it failed") {
  const MappedDirectory directory(firm_postgres().database("demo", {}), true);
  const auto proof = contracts::proof_for("1");
  std::atomic<bool> stop = false;
  std::atomic<int> right = 0;
  std::atomic<int> failed = 0;
  std::atomic<int> wrong = 0;
  std::vector<std::jthread> askers;
  askers.reserve(4);
  for (int i = 0; i < 4; ++i) {
    askers.emplace_back([&] {
      while (!stop) {
        const auto cases = directory.cases(proof, today);
        if (!cases)
          ++failed;
        else
          ++(cases->size() == 1 && cases->front().number == "HP-2026-001" ? right : wrong);
      }
    });
  }
  for (int i = 0; i < 30; ++i) firm_postgres().server.cut("demo");
  stop = true;
  askers.clear();
  CHECK(wrong == 0);
  CHECK(right > 0);
  INFO(failed);
  CHECK(directory.cases(proof, today).has_value());
}

TEST_CASE("a slow query ends at the server's limit, and its connection is used again") {
  const auto sleeps = "SELECT pg_sleep(30), :contact_id AS number, '' AS kind, '' AS stage, '' AS as_of";
  const MappedDirectory directory(
      firm_postgres().database("demo", {.connections = 1, .deadline = std::chrono::milliseconds(1000)},
                               with(Purpose::cases, sleeps)),
      true);
  const auto began = SteadyClock::now();
  const auto cases = directory.cases(contracts::proof_for("1"), today);
  REQUIRE_FALSE(cases.has_value());
  CHECK(cases.error() == CaseError::timed_out);
  CHECK(SteadyClock::now() - began < std::chrono::seconds(10));
  CHECK(directory.contacts(known).has_value());
}

TEST_CASE("a server that stops in the middle of an answer is given up at the deadline") {
  auto& firm = firm_postgres();
  const MappedDirectory directory(contracts::FirmPostgres::at(firm.server.connection("demo"),
                                                              {.deadline = std::chrono::milliseconds(1500)}),
                                  true);
  REQUIRE(directory.contacts(known).has_value());
  firm.stop_backends();
  const auto began = SteadyClock::now();
  const auto frozen = directory.contacts(known);
  const auto took = SteadyClock::now() - began;
  firm.continue_backends();
  REQUIRE_FALSE(frozen.has_value());
  CHECK(frozen.error() == CaseError::timed_out);
  CHECK(took < std::chrono::seconds(10));
  CHECK(directory.contacts(known).has_value());
}

TEST_CASE("a server that takes connections and is silent keeps nobody past the deadline") {
  const fakes::TemporaryFolder folder;
  const fakes::SilentServer silent(folder.path());
  const MappedDirectory directory(
      contracts::FirmPostgres::at("host=" + folder.path().string() + " dbname=demo user=firm",
                                  {.deadline = std::chrono::milliseconds(100)}),
      true);
  const auto began = SteadyClock::now();
  const auto found = directory.contacts(known);
  REQUIRE_FALSE(found.has_value());
  CHECK(SteadyClock::now() - began < std::chrono::milliseconds(1500));
}

TEST_CASE("a server that is down is told as such, and its cases are read as soon as it is back") {
  auto& firm = firm_postgres();
  fakes::FixedClock clock;
  std::vector<std::string> told;
  const cases::GuardedDirectory directory(
      std::make_unique<MappedDirectory>(contracts::FirmPostgres::at(firm.server.connection("demo"), {}),
                                        false),
      clock, [&](std::string_view what) { told.emplace_back(what); });
  firm.server.stop();
  for (int i = 0; i < 6; ++i) {
    const auto found = directory.contacts(known);
    REQUIRE_FALSE(found.has_value());
    CHECK(found.error() == CaseError::unavailable);
  }
  REQUIRE(told.size() == 1);
  CHECK(told[0] ==
        "the firm's cases are unavailable; case questions go to the office until they can be read again");
  firm.server.start();
  CHECK_FALSE(directory.contacts(known).has_value());  // not before the next probe
  clock.pass(std::chrono::seconds(15));
  CHECK(directory.contacts(known).has_value());
  CHECK(told.back() == "the firm's cases can be read again");
}

TEST_CASE("when every connection is lent, a caller waits no longer than the deadline") {
  const auto database =
      firm_postgres().database("demo", {.connections = 1, .deadline = std::chrono::milliseconds(300)});
  const auto outer = database->read([&](cases::Reading&) {
    const auto inner = database->read([](cases::Reading&) {});
    REQUIRE_FALSE(inner.has_value());
    CHECK(inner.error().kind == CaseError::timed_out);
  });
  static_cast<void>(outer);  // it has been waiting past its own deadline
}

TEST_CASE("a connection that has lain idle is tried before it is used") {
  const MappedDirectory directory(firm_postgres().database("demo", {.test_after = std::chrono::seconds(0)}),
                                  true);
  REQUIRE(directory.contacts(known).has_value());
  firm_postgres().server.cut("demo");
  CHECK(directory.contacts(known).has_value());
}

TEST_CASE("a value that the column cannot hold finds nobody") {
  const MappedDirectory directory(
      firm_postgres().database("demo", {},
                               with(Purpose::contact_by_case,
                                    "SELECT client_id AS contact_id, phone_e164 AS phone FROM client WHERE "
                                    "client_id = :case_number")),
      true);
  const auto found = directory.contacts(known);
  REQUIRE(found.has_value());
  CHECK(found->empty());
}

TEST_CASE("nothing can be written through a query, whatever the role may do") {
  firm_postgres().server.run(
      "demo",
      "CREATE OR REPLACE FUNCTION spoil() RETURNS text LANGUAGE sql AS $$ UPDATE client SET "
      "phone_e164 = '+12135550199' RETURNING 'x' $$");
  const MappedDirectory directory(
      firm_postgres().database(
          "demo", {}, with(Purpose::contact_by_case, "SELECT spoil() AS contact_id, :case_number AS phone")),
      true);
  const auto found = directory.contacts(known);
  REQUIRE_FALSE(found.has_value());
  CHECK(found.error() == CaseError::refused);
}

TEST_CASE("a table that is gone is a fault of the mapping, and heals when it is back") {
  firm_postgres().copy_demo("changing");
  const MappedDirectory directory(firm_postgres().database("changing", {}), true);
  REQUIRE(directory.contacts(known).has_value());
  firm_postgres().server.run("changing", "ALTER TABLE client RENAME TO clients");
  const auto found = directory.contacts(known);
  REQUIRE_FALSE(found.has_value());
  CHECK(found.error() == CaseError::misconfigured);
  firm_postgres().server.run("changing", "ALTER TABLE clients RENAME TO client");
  CHECK(directory.contacts(known).has_value());
}

TEST_CASE("a column of a wrong type is told at the start") {
  const auto [sql, said] = GENERATE(table<std::string, std::string>({
      {"SELECT '\\x00'::bytea AS number, kind, stage, updated_at AS as_of FROM matter WHERE client_id = "
       ":contact_id",
       "error: cases.query.cases gives number as bytea; make it a text or a number\n"},
      {"SELECT case_number AS number, kind, stage, true AS as_of FROM matter WHERE client_id = :contact_id",
       "error: cases.query.cases gives as_of as boolean; it must be a date, a timestamp or a text\n"},
      {"SELECT case_number AS number, ARRAY[kind] AS kind, stage, updated_at AS as_of FROM matter WHERE "
       "client_id = "
       ":contact_id",
       "error: cases.query.cases gives kind as text[]; make it a text or a number\n"},
      {"SELECT case_number AS number, kind, stage, updated_at::timestamptz AS as_of FROM matter WHERE "
       "client_id = "
       ":contact_id::integer",
       ""},
  }));
  CHECK(printed(cases::live_problems(*firm_postgres().database("demo", {}, with(Purpose::cases, sql)))) ==
        said);
}

TEST_CASE("the demo's look-ups use an index, and one that cannot is told the index to make") {
  CHECK(cases::index_problems(*firm_postgres().database("demo", {})).empty());
  const auto by_name =
      with(Purpose::contact_by_case,
           "SELECT c.client_id AS contact_id FROM client c WHERE c.full_name = :case_number");
  CHECK(printed(cases::index_problems(*firm_postgres().database("demo", {}, by_name))) ==
        "warning: cases.query.contact_by_case reads a whole table; CREATE INDEX ON client (full_name)\n");
}

TEST_CASE("through the views of the reader's role the answers are the same, and nothing else can be seen") {
  auto& firm = firm_postgres();
  auto database = contracts::FirmPostgres::at(firm.server.connection("viewed", "tulay_reader"), {});
  const auto access = database->access();
  REQUIRE(access.has_value());
  CHECK(access->who.starts_with("tulay_reader on viewed, PostgreSQL 15"));
  CHECK(access->read_only);
  CHECK_FALSE(contracts::FirmPostgres::at(firm.server.connection("viewed"), {})->access()->read_only);
  CHECK(cases::live_problems(*database).empty());
  contracts::behaves_as_a_case_directory(MappedDirectory(std::move(database), true), today);
  const MappedDirectory too_curious(
      contracts::FirmPostgres::at(
          firm.server.connection("viewed", "tulay_reader"), {},
          with(Purpose::contact_by_case,
               "SELECT full_name AS contact_id FROM public.client WHERE :case_number <> ''")),
      true);
  const auto found = too_curious.contacts(known);
  REQUIRE_FALSE(found.has_value());
  CHECK(found.error() == CaseError::misconfigured);
}
