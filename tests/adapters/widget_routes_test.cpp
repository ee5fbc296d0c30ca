#include "adapters/web/widget_routes.hpp"

#include <algorithm>
#include <catch2/catch.hpp>
#include <string>

#include "adapters/web/frame_page.hpp"
#include "adapters/web/topics_api.hpp"

using namespace tulay;

namespace {

server::Response get(const server::Route& route, const std::string& accept_encoding = "",
                     const std::string& if_none_match = "") {
  server::Request request;
  request.accept_encoding = accept_encoding;
  request.if_none_match = if_none_match;
  return route.handler(request);
}

std::string header(const server::Response& response, const std::string& name) {
  const auto found = std::find_if(response.headers.begin(), response.headers.end(),
                                  [&](const auto& header) { return header.first == name; });
  return found == response.headers.end() ? "" : found->second;
}

}  // namespace

TEST_CASE("the widget costs a page at most 12 kB") {
  const auto packed = get(web::widget_routes().at(0), "gzip");
  CHECK(header(packed, "Content-Encoding") == "gzip");
  CHECK(packed.body.starts_with("\x1f\x8b"));
  CHECK(packed.body.size() <= 12'000);
}

TEST_CASE("who takes no gzip gets the file as it was written") {
  const auto plain = get(web::widget_routes().at(0));
  CHECK(header(plain, "Content-Encoding").empty());
  CHECK(plain.content_type == "text/javascript; charset=utf-8");
  CHECK(plain.body.starts_with("// Tulay's chat"));
  CHECK(header(plain, "ETag") != header(get(web::widget_routes().at(0), "gzip"), "ETag"));
}

TEST_CASE("the plain name is kept for minutes, the name with the hash for ever") {
  const auto routes = web::widget_routes();
  CHECK(routes.at(0).path == "/widget.js");
  CHECK(header(get(routes.at(0)), "Cache-Control") == "public, max-age=300, stale-while-revalidate=86400");
  CHECK(routes.at(1).path == web::widget_path());
  CHECK(header(get(routes.at(1)), "Cache-Control") == "public, max-age=31536000, immutable");
  CHECK(get(routes.at(0)).body == get(routes.at(1)).body);
}

TEST_CASE("who has the widget already is not sent it again") {
  for (const std::string encoding : {"", "gzip"}) {
    const auto route = web::widget_routes().at(0);
    const auto tag = header(get(route, encoding), "ETag");
    const auto again = get(route, encoding, tag);
    CHECK(again.status == 304);
    CHECK(again.body.empty());
    CHECK(header(again, "ETag") == tag);
    CHECK(header(again, "Vary") == "Accept-Encoding, Origin");
    CHECK(get(route, encoding, "\"another\"").status == 200);
  }
}

TEST_CASE("pages of listed origins may load the widget with an integrity attribute") {
  for (const auto& route : web::widget_routes()) {
    CHECK(route.cross_origin);
    CHECK(header(get(route), "Cross-Origin-Resource-Policy") == "cross-origin");
  }
  const auto line = web::embed_line("https://chat.example.com");
  CHECK(line.starts_with("<script src=\"https://chat.example.com/widget."));
  CHECK(line.find("integrity=\"sha384-") != std::string::npos);
}

TEST_CASE("the widget makes no markup of anything and knows no other host") {
  for (const auto& route : web::widget_routes()) {
    const auto body = get(route).body;
    for (const std::string banned :
         {"innerHTML", "outerHTML", "insertAdjacentHTML", "document.write", "eval(", "new Function",
          "DOMParser", "srcdoc", "document.cookie", "http://", "https://"}) {
      INFO(route.path << " " << banned);
      CHECK(body.find(banned) == std::string::npos);
    }
  }
}

TEST_CASE("only pages of listed origins may embed the frame, and it listens to no other") {
  const auto frame = get(web::frame_route({"https://a.example", "https://b.example"}));
  CHECK(
      header(frame, "Content-Security-Policy").find("frame-ancestors https://a.example https://b.example") !=
      std::string::npos);
  CHECK(frame.body.find("data-frame=\"https://a.example https://b.example\"") != std::string::npos);
  CHECK(frame.body.find("integrity=\"sha384-") != std::string::npos);
  CHECK(header(get(web::frame_route({})), "Content-Security-Policy").find("frame-ancestors 'none'") !=
        std::string::npos);
}

TEST_CASE("a page is told what the server offers beside chat") {
  const auto nothing = [](const server::Request& /*request*/) { return server::Response{}; };
  CHECK(web::offers_of({{"POST", "/v1/chat", nothing}}).empty());
  CHECK(web::offers_of({{"GET", "/v1/handoff", nothing}, {"POST", "/v1/feedback", nothing}}) ==
        std::vector<std::string>{"feedback"});
}
