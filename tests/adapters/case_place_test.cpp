#include "adapters/web/case_place.hpp"

#include <catch2/catch.hpp>

using namespace tulay;
using bot::CasePlace;

namespace {

CasePlace place_for(const web::CaseIsolation& isolation, const std::string& origin) {
  server::Request request;
  request.headers = {{"HOST", "chat.example.com"}};
  if (!origin.empty()) request.headers.emplace_back("origin", origin);
  return web::case_place(isolation, request);
}

const web::CaseIsolation isolated{true, {{"https://chat.example.com"}, false}};

}  // namespace

TEST_CASE("a page of the firm's website is sent to the frame, the server's own page is not") {
  CHECK(place_for(isolated, "https://www.example.com") == CasePlace::in_frame);
  CHECK(place_for(isolated, "null") == CasePlace::in_frame);
  CHECK(place_for(isolated, "https://chat.example.com") == CasePlace::here);
}

TEST_CASE("who sends no origin is no page of a website") {
  CHECK(place_for(isolated, "") == CasePlace::here);
}

TEST_CASE("only a demo believes the host that it was asked by") {
  CHECK(place_for({true, {{}, false}}, "https://chat.example.com") == CasePlace::in_frame);
  CHECK(place_for({true, {{}, true}}, "https://chat.example.com") == CasePlace::here);
}

TEST_CASE("a firm that trusts its website may have cases shown in it") {
  CHECK(place_for({false, {}}, "https://www.example.com") == CasePlace::here);
}
