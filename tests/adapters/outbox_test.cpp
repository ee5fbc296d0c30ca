#include "adapters/post.hpp"

using namespace tulay;

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
  REQUIRE(post.outbox.claim(post.clock.now(), {})->has_value());
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

TEST_CASE("who opted out gets the confirmation of it, and nothing else") {
  Post post;
  REQUIRE(post.opt_outs.opt_out(client, post.clock.now(), bot::OptOutSource::client).has_value());
  post.queue("a", bot::TextPurpose::farewell);
  post.queue("b", bot::TextPurpose::reply);
  CHECK(post.send() == 1);
  CHECK(post.gateway.tries == 1);
}

TEST_CASE("a number of ours sends no more segments a second than it may; the others go on") {
  Post post(2);
  for (const auto* const key : {"a", "b", "c", "d", "e"}) post.queue(key, bot::TextPurpose::handoff);
  CHECK(post.send() == 2);
  post.clock.pass(std::chrono::seconds(1));
  CHECK(post.send() == 2);
  post.clock.pass(std::chrono::seconds(1));
  CHECK(post.send() == 1);
  post.queue("long", bot::TextPurpose::handoff, client, std::string(400, 'a'));  // three segments
  post.queue("short", bot::TextPurpose::handoff);
  CHECK(post.send() == 1);
  post.clock.pass(std::chrono::seconds(1));
  CHECK(post.send() == 0);
  post.clock.pass(std::chrono::seconds(1));
  CHECK(post.send() == 1);
}

TEST_CASE("replies to one client keep their order while one waits; other clients do not wait for it") {
  Post post;
  post.gateway.faults = {bot::SendErrorKind::later};
  post.queue("first", bot::TextPurpose::reply);
  post.queue("second", bot::TextPurpose::reply);
  post.queue("other", bot::TextPurpose::reply, "+12135550124");
  CHECK(post.send() == 1);
  post.clock.pass(std::chrono::minutes(2));
  CHECK(post.send() == 2);
  REQUIRE(post.gateway.taken.size() == 3);
  CHECK(post.gateway.taken[1].idempotency_key == "first");
  CHECK(post.gateway.taken[2].idempotency_key == "second");
}
