#include "adapters/web/demo_page.hpp"

#include <string>
#include <string_view>
#include <utility>

#include "adapters/web/widget_routes.hpp"
#include "embedded_pages.hpp"

namespace tulay::web {
namespace {

constexpr const char* policy =
    "default-src 'none'; script-src 'self'; style-src 'self'; connect-src 'self'; img-src 'self'; base-uri "
    "'none'; form-action 'none'; frame-ancestors 'none'; require-trusted-types-for 'script'; trusted-types "
    "'none'";

server::Route page(const char* path, const char* type, std::string content) {
  return {"GET", path, [type, content = std::move(content)](const server::Request& /*request*/) {
            server::Response response;
            response.content_type = type;
            response.body = content;
            response.headers.emplace_back("Content-Security-Policy", policy);
            return response;
          }};
}

void replace(std::string& text, std::string_view what, std::string_view with) {
  const auto at = text.find(what);
  if (at != std::string::npos) text.replace(at, what.size(), with);
}

std::string as_text(std::string line) {
  for (auto at = line.find('<'); at != std::string::npos; at = line.find('<', at))
    line.replace(at, 1, "&lt;");
  return line;
}

std::string demo_page() {
  std::string html(demo_html);
  replace(html, "{widget}", widget_path());
  replace(html, "{integrity}", widget_js_sri);
  replace(html, "{line}", as_text(embed_line("https://chat.example.com")));
  return html;
}

}  // namespace

std::vector<server::Route> demo_routes() {
  return {page("/", "text/html; charset=utf-8", demo_page()),
          page("/demo.css", "text/css; charset=utf-8", std::string(demo_css)),
          page("/icon.svg", "image/svg+xml", std::string(icon_svg))};
}

}  // namespace tulay::web
