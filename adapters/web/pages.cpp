#include "adapters/web/pages.hpp"

#include <utility>

namespace tulay::web {

server::Route page(const char* path, const char* type, std::string content, std::string_view embedded_by) {
  auto policy =
      "default-src 'none'; script-src 'self'; style-src 'self'; connect-src 'self'; img-src 'self'; base-uri "
      "'none'; form-action 'none'; require-trusted-types-for 'script'; trusted-types 'none'; "
      "frame-ancestors " +
      std::string(embedded_by);
  return {
      "GET", path,
      [type, policy = std::move(policy), content = std::move(content)](const server::Request& /*request*/) {
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

}  // namespace tulay::web
