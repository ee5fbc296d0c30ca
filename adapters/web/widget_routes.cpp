#include "adapters/web/widget_routes.hpp"

#include <utility>

#include "bot/server/caching.hpp"
#include "embedded_pages.hpp"

namespace tulay::web {
namespace {

constexpr std::string_view for_a_while = "public, max-age=300, stale-while-revalidate=86400";
constexpr std::string_view for_ever = "public, max-age=31536000, immutable";

struct Script {
  std::string_view plain;
  std::string_view packed;
  std::string_view sha256;
};

constexpr Script widget{widget_js, widget_js_gz, widget_js_sha256};
constexpr Script beside{beside_js, beside_js_gz, beside_js_sha256};
constexpr Script own_case{case_js, case_js_gz, case_js_sha256};

// Each form is a file of its own to a cache, so each has its own tag.
std::string etag(const Script& script, bool packed) {
  return "\"" + std::string(script.sha256.substr(0, 32)) + (packed ? "-gzip\"" : "\"");
}

server::Response answer(const Script& script, const server::Request& request, std::string_view kept) {
  const bool packed = server::takes_gzip(request.accept_encoding);
  server::Response response;
  response.content_type = "text/javascript; charset=utf-8";
  response.headers = {{"ETag", etag(script, packed)},
                      {"Cache-Control", std::string(kept)},
                      {"Vary", "Accept-Encoding, Origin"},
                      {"Cross-Origin-Resource-Policy", "cross-origin"}};
  if (server::names_tag(request.if_none_match, etag(script, packed))) {
    response.status = 304;
    return response;
  }
  if (packed) response.headers.emplace_back("Content-Encoding", "gzip");
  response.body = packed ? script.packed : script.plain;
  return response;
}

server::Route route(std::string path, const Script& script, std::string_view kept) {
  return {"GET", std::move(path),
          [&script, kept](const server::Request& request) { return answer(script, request, kept); }, true};
}

}  // namespace

std::vector<server::Route> widget_routes() {
  return {route("/widget.js", widget, for_a_while), route(widget_path(), widget, for_ever),
          route("/widget-beside.js", beside, for_a_while), route("/widget-case.js", own_case, for_a_while)};
}

std::string widget_path() { return "/widget." + std::string(widget_js_sha256.substr(0, 16)) + ".js"; }

std::string embed_line(std::string_view origin) {
  return "<script src=\"" + std::string(origin) + widget_path() + "\" integrity=\"" +
         std::string(widget_js_sri) + "\" crossorigin async></script>";
}

}  // namespace tulay::web
