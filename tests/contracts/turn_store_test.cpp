#include <catch2/catch.hpp>

#include "adapters/store/sqlite_store.hpp"
#include "contracts/turn_store_contract.hpp"
#include "fakes/memory_store.hpp"

using namespace tulay;

TEST_CASE("the memory store is a turn store") {
  fakes::MemoryStore store;
  contracts::behaves_as_a_turn_store(store);
}

TEST_CASE("the SQLite store is a turn store") {
  const auto store = store::SqliteStore::open(":memory:");
  REQUIRE(store.has_value());
  contracts::behaves_as_a_turn_store(**store);
}
