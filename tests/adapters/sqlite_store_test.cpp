#include "adapters/store/sqlite_store.hpp"

#include <unistd.h>

#include <atomic>
#include <catch2/catch.hpp>
#include <string>
#include <thread>
#include <vector>

#include "contracts/turn_store_contract.hpp"
#include "fakes/temporary_folder.hpp"

using namespace tulay;
using contracts::a_session;
using contracts::a_turn;

TEST_CASE("conversations survive the process") {
  const fakes::TemporaryFolder folder;
  const auto file = folder.path() / "tulay.db";
  {
    REQUIRE(
        store::SqliteStore::open(file).value()->commit(a_session("s", 1, 1), a_turn(1, "kept")).has_value());
  }
  CHECK(store::SqliteStore::open(file).value()->turns("s", 10).value().at(0).client_text == "kept");
}

TEST_CASE("nobody else may read the file") {
  const fakes::TemporaryFolder folder;
  const auto store = store::SqliteStore::open(folder.path() / "tulay.db").value();
  CHECK(std::filesystem::status(folder.path() / "tulay.db").permissions() ==
        (std::filesystem::perms::owner_read | std::filesystem::perms::owner_write));
}

TEST_CASE("a second process is told that the store is taken, and by whom") {
  const fakes::TemporaryFolder folder;
  const auto file = folder.path() / "tulay.db";
  auto first = store::SqliteStore::open(file);
  const auto second = store::SqliteStore::open(file);
  REQUIRE_FALSE(second.has_value());
  CHECK(second.error().detail == "cannot open the store " + file.string() +
                                     ": it is in use by another tulay (process " +
                                     std::to_string(::getpid()) + ")");
  first.value().reset();
  CHECK(store::SqliteStore::open(file).has_value());
}

TEST_CASE("a folder that is not there is named") {
  const auto store = store::SqliteStore::open("/nowhere/tulay.db");
  REQUIRE_FALSE(store.has_value());
  CHECK(store.error().detail ==
        "cannot open the store /nowhere/tulay.db: its lock file cannot be opened: No such file or directory");
}

TEST_CASE("a file that is no store is refused and left alone") {
  const fakes::TemporaryFolder folder;
  const auto file = folder.path() / "tulay.db";
  const std::string text(4096, 'x');
  fakes::write(file, text);
  CHECK_FALSE(store::SqliteStore::open(file).has_value());
  CHECK(fakes::content_of(file) == text);
}

TEST_CASE("forgotten text is in no file of the store") {
  const fakes::TemporaryFolder folder;
  const auto file = folder.path() / "tulay.db";
  const auto store = store::SqliteStore::open(file).value();
  REQUIRE(store->commit(a_session("s", 1, 1), a_turn(1, "canary-4711")).has_value());
  const auto found = [&] {
    for (const auto& entry : std::filesystem::directory_iterator(folder.path())) {
      if (fakes::content_of(entry.path()).find("canary-4711") != std::string::npos) return true;
    }
    return false;
  };
  CHECK(found());
  REQUIRE(store->forget("s").has_value());
  CHECK_FALSE(found());
}

TEST_CASE("of turns that are written at once, one in conflict fails alone") {
  const fakes::TemporaryFolder folder;
  const auto file = folder.path() / "tulay.db";
  constexpr int threads = 8;
  constexpr int each = 40;
  std::atomic<int> written = 0;
  std::atomic<int> in_conflict = 0;
  {
    const auto store = store::SqliteStore::open(file).value();
    std::vector<std::jthread> writers;
    writers.reserve(threads);
    for (int i = 0; i < threads; ++i) {
      writers.emplace_back([&, own = "s" + std::to_string(i)] {
        for (int turn = 1; turn <= each; ++turn) {
          written += store->commit(a_session(own, turn, turn), a_turn(turn, "kept")).has_value();
          const auto taken = store->commit(a_session(own, turn, turn), a_turn(turn, "again"));
          in_conflict += !taken && taken.error().kind == bot::StoreErrorKind::conflict;
        }
      });
    }
  }
  CHECK(written == threads * each);
  CHECK(in_conflict == threads * each);
  const auto again = store::SqliteStore::open(file).value();
  for (int i = 0; i < threads; ++i) {
    const auto turns = again->turns("s" + std::to_string(i), 1000).value();
    CHECK(turns.size() == each);
    CHECK(turns.back().client_text == "kept");
  }
}
