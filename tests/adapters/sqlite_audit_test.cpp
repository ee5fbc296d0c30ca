#include "adapters/store/sqlite_audit.hpp"

#include <catch2/catch.hpp>

#include "fakes/counting_entropy.hpp"
#include "fakes/temporary_folder.hpp"

using namespace tulay;

namespace {

bot::AuditEntry entry(const std::string& event) {
  return {{}, bot::Channel::web, "s", event, "1", {"HP-2026-001"}, "case_status"};
}

}  // namespace

TEST_CASE("an audit that nobody touched is whole, also after a restart") {
  const fakes::TemporaryFolder folder;
  const fakes::CountingEntropy entropy;
  for (int run = 1; run <= 2; ++run) {
    const auto connection = store::Connection::open(folder.path() / "store.db");
    REQUIRE(connection.has_value());
    store::SqliteAudit audit(**connection, entropy);
    REQUIRE(audit.append(entry("code_asked")).has_value());
    REQUIRE(audit.append(entry("shown")).has_value());
    const auto check = audit.check();
    REQUIRE(check.has_value());
    CHECK(check->entries == 2 * run);
    CHECK(check->broken.empty());
  }
}

TEST_CASE("any change of the audit shows where it was made") {
  const fakes::TemporaryFolder folder;
  const fakes::CountingEntropy entropy;
  const auto connection = store::Connection::open(folder.path() / "store.db");
  REQUIRE(connection.has_value());
  store::SqliteAudit audit(**connection, entropy);
  for (const auto* const event : {"code_asked", "verified", "shown"})
    REQUIRE(audit.append(entry(event)).has_value());
  const auto run = [&](const char* sql) {
    return (*connection)->alone([&](SQLite::Database& database) -> tl::expected<void, bot::StoreError> {
      database.exec(sql);
      return {};
    });
  };
  CHECK_FALSE(run("UPDATE audit SET body = '' WHERE n = 2").has_value());
  CHECK_FALSE(run("DELETE FROM audit").has_value());
  REQUIRE(run("DROP TRIGGER audit_stays; DROP TRIGGER audit_is_kept").has_value());
  SECTION("a body") {
    REQUIRE(
        run("UPDATE audit SET body = replace(body, 'HP-2026-001', 'HP-2026-002') WHERE n = 2").has_value());
    CHECK(audit.check()->broken == "entry 2 was changed");
  }
  SECTION("an entry taken out") {
    REQUIRE(run("DELETE FROM audit WHERE n = 1").has_value());
    CHECK(audit.check()->broken == "entry 1 is missing");
  }
  SECTION("two exchanged") {
    REQUIRE(
        run("UPDATE audit SET n = 9 WHERE n = 1; UPDATE audit SET n = 1 WHERE n = 2; UPDATE audit SET n = 2 "
            "WHERE n = 9")
            .has_value());
    CHECK(audit.check()->broken == "entry 1 was changed");
  }
}
