#include "adapters/store/retention.hpp"

#include "adapters/store/sqlite_audit.hpp"
#include "adapters/store/sqlite_opt_outs.hpp"
#include "adapters/store/sqlite_outbox.hpp"
#include "adapters/store/sqlite_sms_ledger.hpp"
#include "adapters/store/sqlite_staff_desk.hpp"
#include "adapters/store/sqlite_store.hpp"
#include "contracts/staff_desk_contract.hpp"
#include "fakes/counting_entropy.hpp"
#include "fakes/temporary_folder.hpp"

using namespace tulay;
using contracts::at;
using std::chrono::days;

namespace {

/// A store and everything that is kept in it.
struct Kept {
  explicit Kept(const std::filesystem::path& file = ":memory:") : turns(*store::SqliteStore::open(file)) {}

  store::Purged purge(knowledge::Instant now) {
    const auto purged = store::purge(turns->connection(), entropy, days(30), now, "staff:ana");
    REQUIRE(purged.has_value());
    return *purged;
  }
  void talk(const std::string& id, knowledge::Instant when) const {
    auto session = contracts::a_session(id, 1, 1);
    session.last_active = when;
    REQUIRE(turns->commit(session, contracts::a_turn(1, "words of " + id)).has_value());
  }
  [[nodiscard]] std::size_t turns_of(const std::string& id) const { return turns->turns(id, 10)->size(); }
  [[nodiscard]] store::AuditCheck audited() {
    return *store::SqliteAudit(turns->connection(), entropy).check();
  }

  fakes::CountingEntropy entropy;
  std::unique_ptr<store::SqliteStore> turns;
};

}  // namespace

TEST_CASE("a conversation is erased thirty days after its last message, with its turns, and it is noted") {
  Kept kept;
  kept.talk("old", at(0));
  kept.talk("young", at(2));
  CHECK(kept.purge(at(0) + days(30)).conversations == 0);
  CHECK(kept.audited().entries == 0);
  CHECK(kept.purge(at(1) + days(30)).conversations == 1);
  CHECK(kept.turns_of("old") == 0);
  CHECK(kept.turns_of("young") == 1);
  CHECK(kept.audited().entries == 1);
  CHECK(kept.audited().broken.empty());
}

TEST_CASE("more conversations than go at once are all erased") {
  Kept kept;
  for (int i = 0; i < 450; ++i) kept.talk("s" + std::to_string(i), at(0));
  CHECK(kept.purge(at(1) + days(30)).conversations == 450);
  CHECK(kept.purge(at(1) + days(30)).conversations == 0);
}

TEST_CASE("nothing of what was erased is left in the file or its log") {
  const fakes::TemporaryFolder folder;
  const auto file = folder.path() / "tulay.db";
  Kept kept(file);
  kept.talk("canary", at(0));
  const auto on_disk = [&] { return fakes::content_of(file) + fakes::content_of(file.string() + "-wal"); };
  REQUIRE(on_disk().find("words of canary") != std::string::npos);
  kept.purge(at(1) + days(30));
  CHECK(on_disk().find("words of canary") == std::string::npos);
}

TEST_CASE("a ticket goes ninety days after it was closed; an open one stays") {
  Kept kept;
  store::SqliteStaffDesk staff(kept.turns->connection(), kept.entropy);
  bot::Records records;
  records.handoffs = {contracts::a_handoff("H-1", "s", 1), contracts::a_handoff("H-2", "t", 1),
                      contracts::a_handoff("H-3", "u", 1)};
  REQUIRE(kept.turns->keep(records).has_value());
  REQUIRE(staff.close("H-1", contracts::by_ana(2)).value());
  REQUIRE(staff.close("H-2", contracts::by_ana(4)).value());
  kept.purge(at(3) + days(90));
  const auto tickets = staff.tickets(true).value();
  REQUIRE(tickets.size() == 2);
  CHECK(tickets[0].number == "H-3");
  CHECK(tickets[1].number == "H-2");
}

TEST_CASE("questions that went wrong are kept for ninety days, the words of a text for three") {
  Kept kept;
  bot::Records records;
  bot::MissedQuestion missed;
  missed.at = at(0);
  missed.text = "masked";
  records.missed = {missed};
  REQUIRE(kept.turns->keep(records).has_value());
  store::SqliteOutbox outbox(kept.turns->connection());
  bot::QueuedText text{"+12135550123", "words", "k", bot::TextPurpose::handoff, at(0), {}};
  REQUIRE(outbox.queue(text).has_value());
  CHECK(kept.purge(at(1) + days(20)).others == 0);  // a text that is still owed keeps its words
  const auto claimed = outbox.claim(at(1), {}).value();
  REQUIRE(claimed.has_value());
  REQUIRE(outbox.settle(claimed->id, {bot::TextFate::sent, {}, "SM1", ""}).has_value());
  CHECK(kept.purge(at(1) + days(3)).others == 1);
  store::SqliteStaffDesk staff(kept.turns->connection(), kept.entropy);
  CHECK(staff.missed().value().size() == 1);
  kept.purge(at(1) + days(90));
  CHECK(staff.missed().value().empty());
}

TEST_CASE("an opt-out is honoured for ever") {
  Kept kept;
  store::SqliteOptOuts opt_outs(kept.turns->connection());
  REQUIRE(opt_outs.opt_out("+12135550123", at(0), bot::OptOutSource{}).value());
  kept.purge(at(0) + days(3650));
  CHECK(opt_outs.is_opted_out("+12135550123").value());
}
