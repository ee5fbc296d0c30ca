#pragma once

#include <httplib.h>

#include <catch2/catch.hpp>
#include <nlohmann/json.hpp>
#include <string>

#include "e2e/program.hpp"

namespace tulay::e2e {

using nlohmann::json;

/// A visitor of one running server.
class Visitor {
 public:
  explicit Visitor(Program& program) : client_("127.0.0.1", program.port()) {
    client_.set_read_timeout(20, 0);
  }

  httplib::Result post(const std::string& body, const std::string& type = "application/json") {
    return client_.Post("/v1/chat", body, type);
  }
  json say(json message) {
    if (!conversation.empty()) message["conversation"] = conversation;
    const auto result = post(message.dump());
    REQUIRE(result);
    INFO(result->body);
    REQUIRE(result->status == 200);
    auto answer = json::parse(result->body);
    conversation = answer["conversation"];
    return answer;
  }
  json turns() {
    const auto result = client_.Get("/v1/conversation", {{"Authorization", "Bearer " + conversation}});
    REQUIRE(result);
    REQUIRE(result->status == 200);
    return json::parse(result->body);
  }
  int forget() {
    const auto result =
        client_.Delete("/v1/conversation", httplib::Headers{{"Authorization", "Bearer " + conversation}});
    return result ? result->status : 0;
  }
  httplib::Result get(const std::string& path) { return client_.Get(path); }

  std::string conversation;

 private:
  httplib::Client client_;
};

}  // namespace tulay::e2e
