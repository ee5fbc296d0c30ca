#include <catch2/catch.hpp>

#include "adapters/sms/outbox_sender.hpp"
#include "adapters/store/sqlite_opt_outs.hpp"
#include "adapters/store/sqlite_outbox.hpp"
#include "fakes/fixed_clock.hpp"

using namespace tulay;

namespace {

/// Takes texts, or answers with the faults laid out, one a try.
class FakeGateway final : public bot::SmsGateway {
 public:
  std::vector<bot::OutboundText> taken;
  std::vector<bot::SendErrorKind> faults;
  int tries = 0;
  [[nodiscard]] tl::expected<std::string, bot::SendError> send(const bot::OutboundText& text) override {
    ++tries;
    if (!faults.empty()) {
      const auto fault = faults.front();
      faults.erase(faults.begin());
      return tl::unexpected(bot::SendError{fault, "30008", 60});
    }
    taken.push_back(text);
    return "SM" + std::to_string(taken.size());
  }
};

struct Post {
  std::unique_ptr<store::Connection> connection = std::move(*store::Connection::open(":memory:"));
  store::SqliteOutbox outbox{*connection};
  store::SqliteOptOuts opt_outs{*connection};
  fakes::FixedClock clock;  // noon in Los Angeles
  FakeGateway gateway;
  sms::OutboxSender sender{
      outbox, gateway, opt_outs, clock, "+12135550199", "America/Los_Angeles", [](std::string_view) {}};

  void queue(const std::string& key, bot::TextPurpose purpose, const std::string& to = "+12135550123") {
    bot::QueuedText text;
    text.to = to;
    text.text = "code: 123456";
    text.key = key;
    text.purpose = purpose;
    text.queued = clock.now();
    if (purpose == bot::TextPurpose::code) text.useless_after = clock.now() + std::chrono::minutes(5);
    REQUIRE(outbox.queue(text).has_value());
  }
  int send() {
    const auto sent = sender.send_due();
    REQUIRE(sent.has_value());
    return *sent;
  }
};

}  // namespace

TEST_CASE("what is owed goes out once, whatever is queued twice") {
  Post post;
  post.queue("a", bot::TextPurpose::code);
  post.queue("a", bot::TextPurpose::code);
  CHECK(post.send() == 1);
  CHECK(post.send() == 0);
  REQUIRE(post.gateway.taken.size() == 1);
  CHECK(post.gateway.taken[0].to == "+12135550123");
  CHECK(post.gateway.taken[0].from == "+12135550199");
}

TEST_CASE("a text for nobody is never sent") {
  Post post;
  post.queue("a", bot::TextPurpose::code, "");
  CHECK(post.send() == 0);
  CHECK(post.gateway.tries == 0);
}

TEST_CASE("a code is tried once, another text again after a while") {
  Post post;
  const auto purpose = GENERATE(bot::TextPurpose::code, bot::TextPurpose::handoff);
  post.gateway.faults = {bot::SendErrorKind::later};
  post.queue("a", purpose);
  CHECK(post.send() == 0);
  CHECK(post.send() == 0);
  CHECK(post.gateway.tries == 1);
  post.clock.pass(std::chrono::minutes(2));
  CHECK(post.send() == (purpose == bot::TextPurpose::code ? 0 : 1));
}

TEST_CASE("a text that perhaps went out is not sent again") {
  Post post;
  post.gateway.faults = {bot::SendErrorKind::unknown};
  post.queue("a", bot::TextPurpose::handoff);
  CHECK(post.send() == 0);
  post.clock.pass(std::chrono::hours(48));
  CHECK(post.send() == 0);
  CHECK(post.gateway.tries == 1);
}

TEST_CASE("a text that a killed program had in hand is given up, not doubled") {
  Post post;
  post.queue("a", bot::TextPurpose::handoff);
  REQUIRE(post.outbox.claim(post.clock.now())->has_value());
  REQUIRE(post.outbox.give_up_claimed().has_value());
  CHECK(post.send() == 0);
}

TEST_CASE("who opted out gets nothing, a code that ran out is not sent") {
  Post post;
  post.queue("a", bot::TextPurpose::handoff);
  post.queue("b", bot::TextPurpose::code, "+12135550124");
  REQUIRE(post.opt_outs.opt_out("+12135550123", post.clock.now(), bot::OptOutSource::client).has_value());
  post.clock.pass(std::chrono::minutes(6));
  CHECK(post.send() == 0);
  CHECK(post.gateway.tries == 0);
}

TEST_CASE("a reminder waits for the morning, what the client asked for does not") {
  Post post;
  post.clock.pass(std::chrono::hours(10));  // 10 p.m.
  post.queue("a", bot::TextPurpose::reminder);
  post.queue("b", bot::TextPurpose::code, "+12135550124");
  CHECK(post.send() == 1);
  post.clock.pass(std::chrono::hours(12));
  CHECK(post.send() == 1);
}
