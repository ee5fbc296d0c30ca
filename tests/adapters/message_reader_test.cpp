#include "adapters/web/message_reader.hpp"

#include <catch2/catch.hpp>
#include <string>

using namespace tulay;

namespace {

std::string repeated(const std::string& text, int times) {
  std::string out;
  for (int i = 0; i < times; ++i) out += text;
  return out;
}

std::string error_of(const std::string& body) {
  const auto message = web::read_message(body, {});
  return message ? "" : message.error();
}

std::string with_message(const std::string& text) { return R"({"message":")" + text + R"("})"; }

}  // namespace

TEST_CASE("a message is read whole") {
  const knowledge::Instant now(std::chrono::seconds(1'790'000'000));
  const auto message = web::read_message(
      R"({"message":" hola\n","conversation":"t","language":"es-MX","client_message_id":"m","other":{"a":[1]}})",
      now);
  REQUIRE(message.has_value());
  CHECK(message->text == "hola");
  CHECK(message->conversation == "t");
  CHECK(message->language == knowledge::Language::es);
  CHECK(message->client_message_id == "m");
  CHECK(message->received == now);
  CHECK(message->channel == bot::Channel::web);
}

TEST_CASE("null is the same as absent") {
  const auto message = web::read_message(
      R"({"message":"a","conversation":null,"language":null,"client_message_id":null})", {});
  REQUIRE(message.has_value());
  CHECK_FALSE(message->conversation.has_value());
  CHECK_FALSE(message->language.has_value());
  CHECK_FALSE(message->client_message_id.has_value());
}

TEST_CASE("a wrong body is refused with the field and the reason") {
  const auto [body, reason] = GENERATE(table<std::string, std::string>({
      {"", "the body is not JSON"},
      {"{", "the body is not JSON"},
      {R"({"message":"a"} x)", "the body is not JSON"},
      {"{'message':'a'}", "the body is not JSON"},
      {"{\"message\":\"\xff\"}", "the body is not JSON"},
      {R"({"message":"\ud800"})", "the body is not JSON"},
      {R"(["message"])", "the body is not a JSON object"},
      {"null", "the body is not a JSON object"},
      {"{}", "message is missing"},
      {R"({"message":null})", "message is missing"},
      {R"({"message":5})", "message must be a string"},
      {R"({"message":["a"]})", "message must be a string"},
      {R"({"message":""})", "message is empty"},
      {R"({"message":" \t\n\u00a0\u200b"})", "message is empty"},
      {R"({"message":"a","message":"b"})", "the body has a field twice"},
      {R"({"message":"a","x":{"y":1,"y":2}})", "the body has a field twice"},
      {R"({"message":"a","conversation":1})", "conversation must be a string"},
      {R"({"message":"a","language":"fr"})", "language must be en, es or tl"},
      {R"({"message":"a","language":true})", "language must be a string"},
      {R"({"message":"a","client_message_id":7})", "client_message_id must be a string"},
      {R"({"message":"a","client_message_id":""})", "client_message_id must have 1 to 128 bytes"},
  }));
  INFO(body);
  CHECK(error_of(body) == reason);
}

TEST_CASE("a message has at most 2,000 code points after trimming") {
  const std::string letter = GENERATE("a", "ñ", "\xF0\x9F\x99\x82");
  CHECK(error_of(with_message("  " + repeated(letter, 2000) + "  ")).empty());
  CHECK(error_of(with_message(repeated(letter, 2001))) == "message is longer than 2,000 characters");
}

TEST_CASE("the body nests at most 16 levels") {
  const auto nested = [](int levels) {
    return R"({"message":"a","x":)" + repeated("[", levels - 1) + repeated("]", levels - 1) + "}";
  };
  CHECK(error_of(nested(16)).empty());
  CHECK(error_of(nested(17)) == "the body is nested deeper than 16 levels");
  CHECK(error_of(nested(8000)) == "the body is nested deeper than 16 levels");
  CHECK(error_of(repeated("[", 16000)) == "the body is nested deeper than 16 levels");
}

TEST_CASE("two objects side by side may have the same keys") {
  CHECK(error_of(R"({"message":"a","x":[{"y":1},{"y":2}]})").empty());
}
