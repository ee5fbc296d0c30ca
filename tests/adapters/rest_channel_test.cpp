#include "adapters/web/rest_channel.hpp"

#include <nlohmann/json.hpp>

#include "bot/office.hpp"

using namespace tulay;
using nlohmann::json;

namespace {

struct Channel {
  Office office;
  server::Route route = web::rest_route(
      office.engine, office.chat.clock, office.chat.entropy, [](auto /*id*/, const auto& /*trace*/) {},
      [](auto /*id*/, auto /*what*/) {});

  server::Response post(const std::string& body) {
    server::Request request;
    request.body = body;
    return route.handler(request);
  }
  json say(const std::string& text, const std::string& sender = "ana") {
    const auto answer = post(json{{"sender", sender}, {"message", text}}.dump());
    REQUIRE(answer.status == 200);
    return json::parse(answer.body);
  }
};

}  // namespace

TEST_CASE("over the REST channel each reply is an entry with its choices as buttons") {
  Channel channel;
  const auto replies = channel.say("Can my parole be extended?");
  REQUIRE(replies.size() == 1);
  CHECK(replies[0]["recipient_id"] == "ana");
  CHECK(contains(replies[0]["text"], "re-parole"));
  REQUIRE(replies[0]["buttons"].size() == 3);
  CHECK_FALSE(replies[0]["buttons"][0]["title"].get<std::string>().empty());
  CHECK_FALSE(replies[0]["buttons"][0]["payload"].get<std::string>().empty());
}

TEST_CASE("a sender's messages are one conversation, another sender's another") {
  Channel channel;
  const std::string opening = "automated";
  CHECK(contains(channel.say("Can my parole be extended?")[0]["text"], opening));
  CHECK_FALSE(contains(channel.say("how much is the fee")[0]["text"], opening));
  CHECK(contains(channel.say("how much is the fee", "ben")[0]["text"], opening));
}

TEST_CASE("nothing of a case is asked or shown over the REST channel, because a sender can be guessed") {
  Channel channel;
  for (const auto* const text : {"what is the status of my case", "HP-2026-001", "IOE9990000101", "123456"}) {
    for (const auto& reply : channel.say(text)) CHECK_FALSE(contains(reply["text"], "Under review"));
  }
  CHECK(channel.office.book.looked_up == 0);
  CHECK(channel.office.outbox.texts.empty());
}

TEST_CASE("who knows a sender does not know the token that shows the conversation") {
  Channel channel;
  channel.say("Can my parole be extended?");
  for (const auto* const guess : {"ana", "rest|ana"})
    CHECK_FALSE(channel.office.engine.turns(guess)->has_value());
}

TEST_CASE("a body that is no message is refused, with the field that is wrong") {
  const auto [body, detail] = GENERATE(
      table<std::string, std::string>({{"[]", "the body"},
                                       {R"({"message":"hi"})", "sender must be a string"},
                                       {R"({"sender":1,"message":"hi"})", "sender must be a string"},
                                       {R"({"sender":"","message":"hi"})", "sender must have 1 to 128 bytes"},
                                       {R"({"sender":"a"})", "message must be a string"},
                                       {R"({"sender":"a","message":"  "})", "message is empty"}}));
  Channel channel;
  const auto answer = channel.post(body);
  CHECK(answer.status == 400);
  INFO(answer.body);
  CHECK((detail == "the body" || contains(answer.body, detail)));
}
