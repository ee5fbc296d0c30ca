#include "adapters/store/sqlite_audit.hpp"
#include "adapters/store/sqlite_staff_desk.hpp"
#include "adapters/store/sqlite_store.hpp"
#include "contracts/staff_desk_contract.hpp"
#include "fakes/counting_entropy.hpp"
#include "fakes/temporary_folder.hpp"

using namespace tulay;

TEST_CASE("closing a ticket is in the audit, a refused closing is not") {
  const auto turns = store::SqliteStore::open(":memory:");
  fakes::CountingEntropy entropy;
  store::SqliteStaffDesk staff((*turns)->connection(), entropy);
  const store::SqliteAudit audit((*turns)->connection(), entropy);
  bot::Records records;
  records.handoffs = {contracts::a_handoff("H-1", "s", 1)};
  REQUIRE((*turns)->keep(records).has_value());
  CHECK(staff.close("H-1", contracts::by_ana(2)).value());
  CHECK_FALSE(staff.close("H-1", contracts::by_ana(3)).value());
  CHECK(audit.check().value().entries == 1);
  CHECK(audit.check().value().broken.empty());
}

TEST_CASE("staff read and close beside a server that has the store open") {
  const fakes::TemporaryFolder folder;
  const auto file = folder.path() / "tulay.db";
  const auto server = store::SqliteStore::open(file);
  REQUIRE(server.has_value());
  CHECK_FALSE(store::SqliteStore::open(file).has_value());
  const auto beside = store::Connection::beside(file);
  REQUIRE(beside.has_value());
  fakes::CountingEntropy entropy;
  store::SqliteStaffDesk staff(**beside, entropy);
  bot::Records records;
  records.handoffs = {contracts::a_handoff("H-1", "s", 1)};
  REQUIRE((*server)->keep(records).has_value());
  CHECK(staff.tickets(false).value().size() == 1);
  CHECK(staff.close("H-1", contracts::by_ana(2)).value());
  REQUIRE((*server)->keep(records).has_value());
  CHECK(staff.tickets(false).value().size() == 1);
}

TEST_CASE("a store that is not there is not made by looking at it") {
  const fakes::TemporaryFolder folder;
  const auto beside = store::Connection::beside(folder.path() / "none.db");
  REQUIRE_FALSE(beside.has_value());
  CHECK(beside.error().detail.ends_with("none.db: there is no such file"));
  CHECK_FALSE(std::filesystem::exists(folder.path() / "none.db"));
}
