#include "adapters/web/guide_page.hpp"

#include <catch2/catch.hpp>

#include "fakes/a_firm.hpp"
#include "fakes/fixed_clock.hpp"

using namespace tulay;

namespace {

struct Page {
  Page() {
    knowledge::Problems problems;
    snapshots.emplace(bot::Snapshot::load(TULAY_SOURCE_DIR, firm, problems));
    REQUIRE(snapshots->current() != nullptr);
    routes = web::guide_pages(*snapshots, firm, clock);
    REQUIRE(routes.size() == 1);
  }
  server::Response get(std::map<std::string, std::string, std::less<>> query) {
    server::Request request;
    request.method = "GET";
    request.path = routes[0].path;
    request.query = std::move(query);
    return routes[0].handler(request);
  }

  bot::Firm firm = fakes::a_firm();
  fakes::FixedClock clock;
  std::optional<bot::SnapshotCell> snapshots;
  std::vector<server::Route> routes;
};

}  // namespace

TEST_CASE("the list to print follows reason, relation and language, and runs nothing") {
  Page page;
  CHECK(page.routes[0].path == "/v1/guides/what_to_bring");
  const auto shown = page.get({{"language", "es"}, {"reason", "medical"}, {"relation", "spouse"}});
  CHECK(shown.status == 200);
  CHECK(shown.content_type == "text/html; charset=utf-8");
  CHECK_THAT(shown.body, Catch::Contains("<html lang=\"es\">") && Catch::Contains("el acta de matrimonio") &&
                             Catch::Contains("<li>una carta del médico"));
  CHECK_THAT(shown.body, !Catch::Contains("<script") && !Catch::Contains("acta de defunción"));
  CHECK(shown.headers[0].first == "Content-Security-Policy");
  CHECK_THAT(shown.headers[0].second, Catch::StartsWith("default-src 'none'"));
}

TEST_CASE("what is left out reads as not known; what is no answer is refused and never shown") {
  Page page;
  CHECK(page.get({}).status == 200);
  const auto refused = page.get({{"reason", "<script>"}});
  CHECK(refused.status == 400);
  CHECK_THAT(refused.body, !Catch::Contains("<script>"));
  CHECK(page.get({{"language", "fr"}}).status == 400);
}

TEST_CASE("paragraphs and lists become HTML, and nothing in them markup") {
  CHECK(web::as_html("a <b> & c\n- one\n- two\n\nend") ==
        "<p>a &lt;b&gt; &amp; c</p>\n<ul>\n<li>one</li>\n<li>two</li>\n</ul>\n<p>end</p>\n");
}
