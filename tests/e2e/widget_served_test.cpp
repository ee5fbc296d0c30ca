#include <catch2/catch.hpp>
#include <nlohmann/json.hpp>
#include <string>

#include "e2e/visitor.hpp"
#include "fakes/raw_client.hpp"

using namespace tulay;
using e2e::Program;
using e2e::Visitor;
using nlohmann::json;

TEST_CASE("a page gets the widget and what it needs before the first message") {
  const fakes::TemporaryFolder folder;
  Program program({"serve", "--demo", "--listen.port", "0", "--data.dir", TULAY_E2E_DATA,
                   "--web.allowed_origins", "https://www.example.com"},
                  folder.path());
  Visitor visitor(program);
  const auto ask = [&](const std::string& method, const std::string& headers) {
    return fakes::exchange(program.port(), method + " /widget.js HTTP/1.1\r\nHost: a\r\n" + headers + "\r\n");
  };
  const auto packed = ask("GET", "Accept-Encoding: gzip, br\r\nOrigin: https://www.example.com\r\n");
  CHECK(fakes::status_of(packed) == 200);
  CHECK(packed.find("\r\nContent-Encoding: gzip\r\n") != std::string::npos);
  CHECK(packed.find("\r\nAccess-Control-Allow-Origin: https://www.example.com\r\n") != std::string::npos);
  CHECK(packed.find("\r\nX-Content-Type-Options: nosniff\r\n") != std::string::npos);
  CHECK(fakes::body_of(packed).starts_with("\x1f\x8b"));
  const auto tag = packed.substr(packed.find("ETag: ") + 6, 39);
  const auto again = ask("GET", "Accept-Encoding: gzip\r\nIf-None-Match: " + tag + "\r\n");
  CHECK(fakes::status_of(again) == 304);
  CHECK(fakes::body_of(again).empty());
  CHECK(fakes::body_of(ask("HEAD", "")).empty());
  CHECK(fakes::body_of(ask("GET", "")).starts_with("// Tulay's chat"));

  const auto topics = json::parse(visitor.get("/v1/topics?language=es")->body);
  CHECK(topics["offers"].is_array());
  CHECK(topics["firm"]["name"] == "Puente Law Office");
  CHECK(topics["firm"]["hours"].get<std::string>().starts_with("lunes"));
}

TEST_CASE("the program prints the line that brings the widget to a page") {
  const fakes::TemporaryFolder folder;
  Program program({"serve", "--demo", "--listen.port", "0", "--data.dir", TULAY_E2E_DATA}, folder.path());
  const auto port = std::to_string(program.port());
  const auto printed = program.output_until("</script>\n");
  CHECK(printed.find("\nwidget: <script src=\"http://127.0.0.1:" + port + "/widget.") != std::string::npos);
  CHECK(printed.find("integrity=\"sha384-") != std::string::npos);
}

TEST_CASE("with its case a page of the firm's website is sent to the frame, the server's own page is not") {
  const fakes::TemporaryFolder folder;
  Program program({"serve", "--demo", "--listen.port", "0", "--data.dir", TULAY_E2E_DATA,
                   "--web.allowed_origins", "https://www.example.com"},
                  folder.path());
  const std::string body = R"({"message":"How is my case going?"})";
  const auto ask = [&](const std::string& origin) {
    return json::parse(fakes::body_of(fakes::exchange(
        program.port(), "POST /v1/chat HTTP/1.1\r\nHost: chat.example.com\r\nOrigin: " + origin +
                            "\r\nContent-Type: application/json\r\nContent-Length: " +
                            std::to_string(body.size()) + "\r\n\r\n" + body)))["replies"][0];
  };
  CHECK(ask("https://www.example.com")["continue_in"] == "frame");
  CHECK_FALSE(ask("https://chat.example.com").contains("continue_in"));

  Visitor visitor(program);
  const auto frame = visitor.get("/frame.html");
  REQUIRE(frame);
  CHECK(frame->get_header_value("Content-Security-Policy").find("frame-ancestors https://www.example.com") !=
        std::string::npos);
  CHECK(json::parse(visitor.get("/openapi.json")->body)["openapi"] == "3.1.0");
}
