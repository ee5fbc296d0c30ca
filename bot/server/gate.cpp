#include "bot/server/gate.hpp"

#include <algorithm>
#include <utility>

#include "bot/server/problem_json.hpp"
#include "bot/server/request_head.hpp"

namespace tulay::server {
namespace {

std::string lowered(std::string_view text) {
  std::string out(text);
  std::transform(out.begin(), out.end(), out.begin(),
                 [](char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c; });
  return out;
}

Response wrong_method(std::string_view allowed, std::string_view id) {
  auto response = problem(405, "this path does not take that method", id);
  response.headers.emplace_back("Allow", allowed);
  return response;
}

}  // namespace

std::optional<std::string> media_type(std::string_view content_type) {
  const auto semicolon = content_type.find(';');
  const auto parameters = semicolon == std::string_view::npos ? "" : lowered(content_type.substr(semicolon));
  const auto charset = parameters.find("charset=");
  if (charset != std::string::npos) {
    const auto rest = std::string_view(parameters).substr(charset + 8);
    if (!rest.starts_with("utf-8") && !rest.starts_with("\"utf-8\"")) return std::nullopt;
  }
  return lowered(trimmed(content_type.substr(0, semicolon)));
}

Gate::Gate(Router router, CrossOrigin cross_origin)
    : router_(std::move(router)), cross_origin_(std::move(cross_origin)) {}

std::variant<const Route*, Response> Gate::admit(const Arrival& arrival) const {
  const auto& id = arrival.request.id;
  const auto& path = arrival.request.path;
  const auto allowed = router_.allowed(path);
  if (allowed.empty()) return problem(404, nothing_here, id);
  if (arrival.request.method == "OPTIONS") return options(arrival, allowed);
  const auto* const route = router_.find(arrival.request.method, path);
  if (route == nullptr) return wrong_method(allowed, id);
  const bool changes_something = route->method != "GET";
  if (changes_something && !arrival.origin.empty() &&
      !may_call(cross_origin_, arrival.origin, arrival.host)) {
    return problem(403, "this origin is not allowed", id);
  }
  if (route->method == "POST" && !route->accepts.empty() &&
      media_type(arrival.content_type) != route->accepts) {
    return problem(415, "the body must be " + route->accepts, id);
  }
  return route;
}

Response Gate::options(const Arrival& arrival, std::string_view allowed) const {
  Response response;
  response.status = 204;
  response.content_type.clear();
  response.headers.emplace_back("Allow", allowed);
  if (arrival.origin.empty()) return response;
  if (!router_.cross_origin(arrival.request.path) || !may_call(cross_origin_, arrival.origin, arrival.host)) {
    return problem(403, "this origin is not allowed", arrival.request.id);
  }
  for (auto& header : preflight(allowed)) response.headers.push_back(std::move(header));
  return response;
}

Headers Gate::dress(const Arrival& arrival) const {
  Headers headers{{"X-Request-Id", arrival.request.id},
                  {"X-Content-Type-Options", "nosniff"},
                  {"Referrer-Policy", "no-referrer"},
                  {"Permissions-Policy", "camera=(), geolocation=(), microphone=()"},
                  {"Cache-Control", "no-store"}};
  if (!router_.cross_origin(arrival.request.path)) return headers;
  headers.emplace_back("Vary", "Origin");
  if (!may_call(cross_origin_, arrival.origin, arrival.host)) return headers;
  for (auto& header : opened_to(arrival.origin)) headers.push_back(std::move(header));
  return headers;
}

}  // namespace tulay::server
