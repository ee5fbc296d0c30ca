#include "adapters/store/sqlite_notices.hpp"
#include "adapters/store/sqlite_staff_desk.hpp"
#include "adapters/store/sqlite_store.hpp"
#include "contracts/staff_desk_contract.hpp"
#include "fakes/counting_entropy.hpp"

using namespace tulay;

namespace {

struct Sqlite {
  std::unique_ptr<store::SqliteStore> turns = std::move(*store::SqliteStore::open(":memory:"));
  fakes::CountingEntropy entropy;
  store::SqliteStaffDesk staff{turns->connection(), entropy};
  store::SqliteNotices notices{turns->connection()};
  contracts::StaffFaces faces{*turns, staff, notices};
};

}  // namespace

TEST_CASE("the SQLite store keeps tickets for staff") { contracts::keeps_tickets(Sqlite().faces); }
TEST_CASE("the SQLite store keeps missed questions and counts") {
  contracts::keeps_questions_and_counts(Sqlite().faces);
}
TEST_CASE("the SQLite store knows what staff must still be told") { contracts::owes_notices(Sqlite().faces); }
