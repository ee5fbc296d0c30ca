#include "adapters/post.hpp"

using namespace tulay;

TEST_CASE("a reminder that did not arrive is tried once more, a code and a reply are not") {
  Post post;
  const auto purpose = GENERATE(bot::TextPurpose::reminder, bot::TextPurpose::code, bot::TextPurpose::reply);
  post.queue("a", purpose);
  CHECK(post.send() == 1);
  post.report("SM1", sms::DeliveryStatus::undelivered, "30008");
  CHECK(post.send() == 0);
  post.clock.pass(std::chrono::minutes(16));
  const int again = purpose == bot::TextPurpose::reminder ? 1 : 0;
  CHECK(post.send() == again);
  if (again == 0) return;
  CHECK(post.gateway.taken[1].text == post.gateway.taken[0].text);
  post.report("SM2", sms::DeliveryStatus::undelivered, "30008");
  post.clock.pass(std::chrono::hours(2));
  CHECK(post.send() == 0);
}

TEST_CASE("a report that comes before the gateway's own answer counts when the answer is there") {
  Post post;
  post.queue("a", bot::TextPurpose::reminder);
  post.report("SM1", sms::DeliveryStatus::delivered);
  CHECK(post.send() == 1);
  // Had it not counted, this one would move it.
  post.report("SM1", sms::DeliveryStatus::undelivered, "30008");
  post.clock.pass(std::chrono::hours(1));
  CHECK(post.send() == 0);
}

TEST_CASE("a dead number gets no reminder, but the code that its owner asks for") {
  Post post;
  post.report("SM0", sms::DeliveryStatus::undelivered, "30006");
  post.queue("a", bot::TextPurpose::reminder);
  CHECK(post.send() == 0);
  post.queue("b", bot::TextPurpose::code);
  CHECK(post.send() == 1);
  REQUIRE(post.deliveries.revive(client).has_value());
  post.queue("c", bot::TextPurpose::reminder);
  CHECK(post.send() == 1);
}

TEST_CASE("a code of the gateway does what the table says") {
  Post post;
  post.gateway.faults = {bot::SendErrorKind::rejected};
  SECTION("opted out at the carrier") {
    post.gateway.code = "21610";
    post.queue("a", bot::TextPurpose::code);
    CHECK(post.send() == 0);
    CHECK(*post.opt_outs.is_opted_out(client));
  }
  SECTION("not a mobile number") {
    post.gateway.code = "21614";
    post.queue("a", bot::TextPurpose::code);
    CHECK(post.send() == 0);
    CHECK(*post.deliveries.is_dead(client));
  }
  SECTION("wrong credentials: everything rests for a minute, nothing is lost") {
    post.gateway.code = "20003";
    post.queue("a", bot::TextPurpose::handoff);
    post.queue("b", bot::TextPurpose::handoff);
    CHECK(post.send() == 0);
    CHECK(post.gateway.tries == 1);
    post.clock.pass(std::chrono::minutes(2));
    CHECK(post.send() == 2);
  }
}

TEST_CASE("the table of codes knows whole codes and beginnings, the whole one first") {
  const auto codes = codes_of("twilio");
  CHECK(codes.find("30034").means == sms::Meaning::alarm);
  CHECK(codes.find("30999") == sms::CodeRule{sms::Meaning::once_more, std::chrono::minutes(15)});
  CHECK(codes.find("21999").means == sms::Meaning::permanent);
  CHECK(codes.find("99999").means == sms::Meaning::not_listed);
  CHECK(codes.find("").means == sms::Meaning::not_listed);
  for (const auto* const gateway : {"telnyx", "vonage", "plivo"}) CHECK_NOTHROW(codes_of(gateway));
}
