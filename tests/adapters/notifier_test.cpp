#include "adapters/staff/notifier.hpp"

#include <catch2/catch.hpp>
#include <nlohmann/json.hpp>

#include "adapters/staff/mail.hpp"
#include "adapters/staff/signature.hpp"
#include "adapters/staff/webhook.hpp"
#include "adapters/store/sqlite_notices.hpp"
#include "adapters/store/sqlite_store.hpp"
#include "fakes/fixed_clock.hpp"
#include "fakes/recording_net.hpp"

using namespace tulay;
using nlohmann::json;

namespace {

bot::Handoff a_handoff(const std::string& ticket, const std::string& conversation) {
  bot::Handoff handoff;
  handoff.ticket = ticket;
  handoff.conversation = conversation;
  handoff.reason = bot::HandoffReason::urgent;
  handoff.level = knowledge::HandoffLevel::emergency;
  handoff.language = knowledge::Language::es;
  handoff.name = "Ana";
  handoff.reach_by = "+12135550147";
  handoff.summary = "client: ayuda\n";
  return handoff;
}

/// A store with requests in it, and the webhook that staff hear of them by.
struct Bell {
  std::unique_ptr<store::SqliteStore> turns = std::move(*store::SqliteStore::open(":memory:"));
  store::SqliteNotices notices{turns->connection()};
  fakes::FixedClock clock;
  fakes::RecordingNet net;
  staff::Webhook webhook{{"https://staff.example/hook", "a made-up secret", false}, net, clock};
  std::vector<std::string> failures;
  staff::Notifier notifier{notices, webhook, clock,
                           [this](std::string_view why) { failures.emplace_back(why); }};

  void request(const std::string& ticket, const std::string& conversation) {
    bot::Records records;
    records.handoffs = {a_handoff(ticket, conversation)};
    REQUIRE(turns->keep(records).has_value());
  }
  int tell(std::chrono::seconds later = std::chrono::seconds(0)) {
    clock.pass(later);
    const auto told = notifier.tell_due({});
    REQUIRE(told.has_value());
    return *told;
  }
  std::vector<std::string> ids() const {
    std::vector<std::string> out;
    for (const auto& post : net.posts) out.push_back(json::parse(post.body)["id"]);
    return out;
  }
};

using Ids = std::vector<std::string>;

std::string header(const staff::Post& post, const std::string& name) {
  for (const auto& line : post.headers)
    if (line.starts_with(name + ": ")) return line.substr(name.size() + 2);
  return {};
}

}  // namespace

TEST_CASE("staff are told of each request once when all goes well") {
  Bell bell;
  bell.request("H-1", "s");
  bell.request("H-2", "t");
  CHECK(bell.tell() == 2);
  CHECK(bell.tell() == 0);
  CHECK(bell.ids() == Ids{"H-1-1", "H-2-2"});
}

TEST_CASE("a receiver that fails gets it again, under the same key and with the same words") {
  Bell bell;
  bell.request("H-1", "s");
  bell.net.statuses = {500, 0};
  CHECK(bell.tell() == 0);
  CHECK(bell.tell(std::chrono::seconds(4)) == 0);
  CHECK(bell.net.posts.size() == 1);
  CHECK(bell.tell(std::chrono::seconds(1)) == 0);
  CHECK(bell.tell(std::chrono::seconds(10)) == 1);
  REQUIRE(bell.net.posts.size() == 3);
  CHECK(header(bell.net.posts[0], "Idempotency-Key") == "H-1-1");
  CHECK(header(bell.net.posts[2], "Idempotency-Key") == "H-1-1");
  CHECK(bell.net.posts[0].body == bell.net.posts[2].body);
  CHECK(bell.failures == std::vector<std::string>{"webhook: status 500", "webhook: timeout"});
}

TEST_CASE(
    "a receiver that keeps failing is left alone for longer each time, an hour at most, and not given up") {
  Bell bell;
  bell.request("H-1", "s");
  bell.net.statuses.assign(40, 503);
  for (int hour = 0; hour < 45; ++hour) (void)bell.tell(std::chrono::hours(1));
  CHECK(bell.net.posts.size() == 41);
  CHECK(bell.tell(std::chrono::hours(1)) == 0);
}

TEST_CASE("a receiver that says when to come back is not asked before") {
  Bell bell;
  bell.request("H-1", "s");
  bell.net.statuses = {429};
  bell.net.retry_after = 120;
  CHECK(bell.tell() == 0);
  CHECK(bell.tell(std::chrono::seconds(119)) == 0);
  CHECK(bell.tell(std::chrono::seconds(1)) == 1);
}

TEST_CASE("a later request of a conversation never passes an earlier one, others do not wait for it") {
  Bell bell;
  bell.request("H-1", "s");
  bell.request("H-1", "s");
  bell.request("H-2", "t");
  bell.net.statuses = {500};
  CHECK(bell.tell() == 1);
  CHECK(bell.ids() == Ids{"H-1-1", "H-2-3"});
  CHECK(bell.tell(std::chrono::seconds(5)) == 2);
  CHECK(bell.ids() == Ids{"H-1-1", "H-2-3", "H-1-1", "H-1-2"});
}

TEST_CASE("a stop ends it between two, and nothing is lost") {
  Bell bell;
  bell.request("H-1", "s");
  std::stop_source stop;
  stop.request_stop();
  CHECK(bell.notifier.tell_due(stop.get_token()).value() == 0);
  CHECK(bell.tell() == 1);
}

TEST_CASE("the receiver can tell that it was us, and when") {
  Bell bell;
  bell.request("H-1", "s");
  CHECK(bell.tell() == 1);
  const auto& post = bell.net.posts[0];
  CHECK(header(post, "X-Tulay-Timestamp") == "1795550400");
  CHECK(header(post, "X-Tulay-Signature") ==
        "v1=" + staff::signature_of("a made-up secret", "1795550400." + post.body));
  // RFC 4231, test case 2
  CHECK(staff::signature_of("Jefe", "what do ya want for nothing?") ==
        "5bdcc146bf60754e6a042426089575c75a003f089d2739839dec58b964ec3843");
}

TEST_CASE("nothing of the client leaves the machine unless it was set so") {
  const bot::OwedNotice notice{7, 0, a_handoff("H-1", "s")};
  const auto bare = json::parse(staff::webhook_body(notice, false));
  CHECK(bare["ticket"] == "H-1");
  CHECK(bare["level"] == "emergency");
  CHECK(bare["reachable"] == true);
  CHECK(bare.dump().find("Ana") == std::string::npos);
  CHECK(bare.dump().find("5550147") == std::string::npos);
  CHECK(bare.dump().find("ayuda") == std::string::npos);
  const auto full = json::parse(staff::webhook_body(notice, true));
  CHECK(full["name"] == "Ana");
  CHECK(full["summary"] == "client: ayuda\n");
}

TEST_CASE("a letter says in its subject what is urgent, and is known by the request's number") {
  staff::MailSettings settings;
  settings.from = "bot@firm.example";
  settings.to = {"a@firm.example", "b@firm.example"};
  settings.zone = "America/Los_Angeles";
  const fakes::FixedClock clock;
  const auto text = staff::letter_text({7, 0, a_handoff("H-1", "s")}, settings, clock.now());
  CHECK(
      text.starts_with("Date: Tue, 24 Nov 2026 20:00:00 +0000\r\nFrom: bot@firm.example\r\n"
                       "To: a@firm.example, b@firm.example\r\nMessage-ID: <H-1-7@firm.example>\r\n"
                       "Subject: URGENT: request for a person H-1\r\n"));
  CHECK(text.find("\r\n\r\n" + staff::base64_lines("URGENT. A client needs a person now.\n\nTicket: H-1\n")
                                   .substr(0, 60)) != std::string::npos);
  for (std::size_t at = text.find('\n'); at != std::string::npos; at = text.find('\n', at + 1))
    CHECK(text[at - 1] == '\r');
}

TEST_CASE("mail that was not taken is written again") {
  Bell bell;
  staff::Mail mail({"smtp://127.0.0.1:1", "", "", "bot@firm.example", {"a@firm.example"}, "UTC", false},
                   bell.net, bell.clock);
  staff::Notifier notifier(bell.notices, mail, bell.clock, [](std::string_view) {});
  bell.request("H-1", "s");
  bell.net.statuses = {0};
  CHECK(notifier.tell_due({}).value() == 0);
  bell.clock.pass(std::chrono::seconds(5));
  CHECK(notifier.tell_due({}).value() == 1);
  CHECK(bell.net.letters.size() == 2);
  CHECK(bell.tell() == 1);  // the webhook is owed it for itself
}
