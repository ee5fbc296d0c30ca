#include "adapters/web/demo_page.hpp"

#include <string>
#include <string_view>

#include "embedded_pages.hpp"

namespace tulay::web {
namespace {

constexpr const char* policy =
    "default-src 'none'; script-src 'self'; style-src 'self'; connect-src 'self'; img-src 'self'; base-uri "
    "'none'; "
    "form-action 'none'; frame-ancestors 'none'; require-trusted-types-for 'script'";

server::Route page(const char* path, const char* type, std::string_view content) {
  return {"GET", path, [type, content](const server::Request& /*request*/) {
            server::Response response;
            response.content_type = type;
            response.body = content;
            response.headers.emplace_back("Content-Security-Policy", policy);
            return response;
          }};
}

}  // namespace

std::vector<server::Route> demo_routes() {
  return {page("/", "text/html; charset=utf-8", demo_html),
          page("/demo.js", "text/javascript; charset=utf-8", demo_js),
          page("/demo.css", "text/css; charset=utf-8", demo_css)};
}

}  // namespace tulay::web
