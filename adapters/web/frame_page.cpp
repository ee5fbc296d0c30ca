#include "adapters/web/frame_page.hpp"

#include <utility>

#include "adapters/web/pages.hpp"
#include "adapters/web/widget_routes.hpp"
#include "embedded_pages.hpp"

namespace tulay::web {

server::Route frame_route(const std::vector<std::string>& allowed_origins) {
  std::string origins;
  for (const auto& origin : allowed_origins) origins += (origins.empty() ? "" : " ") + origin;
  std::string html(frame_html);
  replace(html, "{widget}", widget_path());
  replace(html, "{integrity}", widget_js_sri);
  replace(html, "{origins}", origins);
  return page("/frame.html", "text/html; charset=utf-8", std::move(html),
              origins.empty() ? "'none'" : origins);
}

}  // namespace tulay::web
