#include "adapters/web/demo_page.hpp"

#include <string>
#include <string_view>
#include <utility>

#include "adapters/web/pages.hpp"
#include "adapters/web/widget_routes.hpp"
#include "embedded_pages.hpp"

namespace tulay::web {
namespace {

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
          page("/demo.js", "text/javascript; charset=utf-8", std::string(demo_js)),
          page("/icon.svg", "image/svg+xml", std::string(icon_svg))};
}

}  // namespace tulay::web
