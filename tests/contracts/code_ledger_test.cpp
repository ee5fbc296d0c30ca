#include <catch2/catch.hpp>

#include "adapters/store/sqlite_code_ledger.hpp"
#include "adapters/store/sqlite_store.hpp"
#include "fakes/codes.hpp"
#include "fakes/temporary_folder.hpp"

using namespace tulay;
using namespace std::chrono_literals;

namespace {

const knowledge::Instant noon{std::chrono::seconds(1795550400)};

bool asks(bot::CodeLedger& ledger, const std::string& phone, std::chrono::seconds after,
          const std::string& client = "") {
  const auto taken = ledger.take({phone, client, noon + after}, {});
  REQUIRE(taken.has_value());
  return *taken;
}

void counts_codes(bot::CodeLedger& ledger) {
  // Three in a quarter of an hour, six a day, each phone by itself.
  for (int i = 0; i < 3; ++i) CHECK(asks(ledger, "a", i * 1min));
  CHECK_FALSE(asks(ledger, "a", 14min));
  CHECK(asks(ledger, "b", 14min));
  for (int i = 0; i < 3; ++i) CHECK(asks(ledger, "a", 20min + i * 16min));
  CHECK_FALSE(asks(ledger, "a", 3h));
  CHECK_FALSE(asks(ledger, "a", 23h));
  CHECK(asks(ledger, "a", 24h + 1s));
  // Nobody is sent nothing, however often; it counts for who asks.
  for (int i = 0; i < 10; ++i) CHECK_FALSE(asks(ledger, "", 30h, "203.0.113.0/24"));
  CHECK_FALSE(asks(ledger, "c", 30h, "203.0.113.0/24"));
  CHECK(asks(ledger, "c", 30h, "198.51.100.0/24"));
  CHECK(asks(ledger, "d", 31h + 1s, "203.0.113.0/24"));
}

void counts_the_firm(bot::CodeLedger& ledger) {
  for (int i = 0; i < 300; ++i) CHECK(asks(ledger, "phone " + std::to_string(i), 1s));
  CHECK_FALSE(asks(ledger, "one more", 2s));
  CHECK(asks(ledger, "one more", 24h + 2s));
}

}  // namespace

TEST_CASE("a ledger of codes lets through what the limits allow, in memory as in the store") {
  fakes::Codes in_memory;
  counts_codes(in_memory);
  fakes::Codes another;
  counts_the_firm(another);
  const auto store = store::SqliteStore::open(":memory:");
  REQUIRE(store.has_value());
  store::SqliteCodeLedger ledger((*store)->connection());
  counts_codes(ledger);
  const auto other = store::SqliteStore::open(":memory:");
  store::SqliteCodeLedger other_ledger((*other)->connection());
  counts_the_firm(other_ledger);
}

TEST_CASE("a restart forgets no code that went out") {
  const fakes::TemporaryFolder folder;
  const auto file = folder.path() / "tulay.db";
  for (int i = 0; i < 4; ++i) {
    const auto store = store::SqliteStore::open(file.string());
    REQUIRE(store.has_value());
    store::SqliteCodeLedger ledger((*store)->connection());
    CHECK(asks(ledger, "a", i * 1min) == (i < 3));
  }
}
