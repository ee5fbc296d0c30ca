#include "adapters/store/sqlite_store.hpp"
#include "contracts/turn_store_contract.hpp"
#include "e2e/visitor.hpp"
#include "fakes/temporary_folder.hpp"

using namespace tulay;
using e2e::Program;
using e2e::Visitor;

namespace {

const std::vector<std::string> with_store{"serve",      "--demo",       "--listen.port", "0",
                                          "--data.dir", TULAY_E2E_DATA, "--store.file",  "tulay.db"};

int status_of(const std::vector<std::string>& arguments, const fakes::TemporaryFolder& folder) {
  Program program(arguments, folder.path());
  (void)program.output();
  return program.exit_status();
}

}  // namespace

TEST_CASE("drill: what was backed up beside a running server is all there after the store was lost") {
  const fakes::TemporaryFolder folder;
  std::string conversation;
  std::string ticket;
  {
    Program program(with_store, folder.path());
    Visitor visitor(program);
    visitor.say({{"message", "What is humanitarian parole?"}});
    ticket = visitor.say({{"message", "I want to talk to a person"}})["handoff"]["ticket"];
    conversation = visitor.conversation;
    CHECK(status_of({"store", "backup", "tulay.db", "kept.db"}, folder) == 0);
    visitor.say({{"message", "Can it be extended?"}});  // after the copy
    program.send(SIGKILL);
    (void)program.exit_status();
  }
  for (const auto* const lost : {"tulay.db", "tulay.db-wal", "tulay.db-shm"})
    std::filesystem::remove(folder.path() / lost);
  REQUIRE(status_of({"store", "restore", "kept.db", "tulay.db"}, folder) == 0);
  CHECK(status_of({"store", "verify", "tulay.db"}, folder) == 0);

  Program program(with_store, folder.path());
  Visitor visitor(program);
  visitor.conversation = conversation;
  CHECK(visitor.turns()["turns"].size() == 2);
  CHECK(visitor.say({{"message", "Can it be extended?"}})["turn"] == 3);
  Program review({"review", "--store.file", "tulay.db", "--data.dir", TULAY_E2E_DATA}, folder.path());
  CHECK(review.output().find(ticket) != std::string::npos);
}

TEST_CASE("a copy is written over nothing, and put back under no running server") {
  const fakes::TemporaryFolder folder;
  Program program(with_store, folder.path());
  Visitor visitor(program);
  visitor.say({{"message", "What is humanitarian parole?"}});
  REQUIRE(status_of({"store", "backup", "tulay.db", "kept.db"}, folder) == 0);
  CHECK(status_of({"store", "backup", "tulay.db", "kept.db"}, folder) == 1);
  CHECK(status_of({"store", "restore", "kept.db", "tulay.db"}, folder) == 2);
  CHECK(status_of({"store", "backup", "none.db", "other.db"}, folder) == 2);
  CHECK(visitor.say({{"message", "Can it be extended?"}})["turn"] == 2);
  fakes::write(folder.path() / "torn.db", "SQLite format 3" + std::string(5000, 'x'));
  CHECK(status_of({"store", "restore", "torn.db", "back.db"}, folder) != 0);
  CHECK_FALSE(std::filesystem::exists(folder.path() / "back.db"));
}

TEST_CASE("the store of the configuration is copied, purged and migrated without naming it") {
  const fakes::TemporaryFolder folder;
  fakes::write(folder.path() / "tulay.toml", "store.file = 'tulay.db'\nstore.keep_days = 7\n");
  CHECK(status_of({"store", "migrate"}, folder) == 2);  // there is none yet
  Program program(with_store, folder.path());
  Visitor visitor(program);
  visitor.say({{"message", "What is humanitarian parole?"}});
  CHECK(status_of({"store", "backup", "kept.db"}, folder) == 0);
  CHECK(std::filesystem::exists(folder.path() / "kept.db"));
  Program purge({"store", "purge"}, folder.path());
  CHECK(purge.output() == "erased: 0 conversations, 0 other rows\n");
  CHECK(status_of({"store", "migrate"}, folder) == 2);  // the server has it
  CHECK(visitor.turns()["turns"].size() == 1);
  CHECK(visitor.forget() == 204);
  program.send(SIGTERM);
  REQUIRE(program.exit_status() == 0);
  Program verify({"store", "verify", "tulay.db"}, folder.path());
  CHECK(verify.output().find("1 entries") != std::string::npos);  // the forgotten conversation
  CHECK(status_of({"store", "migrate"}, folder) == 0);
}

TEST_CASE("a server erases by itself what was kept long enough") {
  const fakes::TemporaryFolder folder;
  const auto file = folder.path() / "tulay.db";
  {
    const auto store = store::SqliteStore::open(file).value();
    auto old = contracts::a_session("old", 1, 0);
    old.last_active = {};
    REQUIRE(store->commit(old, contracts::a_turn(1, "long ago")).has_value());
  }
  Program program(with_store, folder.path());
  Visitor visitor(program);
  visitor.say({{"message", "What is humanitarian parole?"}});
  program.send(SIGTERM);
  REQUIRE(program.exit_status() == 0);
  CHECK(store::SqliteStore::open(file).value()->turns("old", 10).value().empty());
}

TEST_CASE("a conversation cannot be kept for less time than it can be resumed") {
  const fakes::TemporaryFolder folder;
  CHECK(status_of({"store", "purge", "--store.keep_days", "6"}, folder) == 2);
}
