#include "bot/server/problem_json.hpp"

#include <array>
#include <nlohmann/json.hpp>
#include <utility>

namespace tulay::server {
namespace {

constexpr std::array<std::pair<int, std::string_view>, 20> reasons{{
    {200, "OK"},
    {201, "Created"},
    {204, "No Content"},
    {400, "Bad Request"},
    {401, "Unauthorized"},
    {403, "Forbidden"},
    {404, "Not Found"},
    {405, "Method Not Allowed"},
    {408, "Request Timeout"},
    {411, "Length Required"},
    {413, "Payload Too Large"},
    {414, "URI Too Long"},
    {415, "Unsupported Media Type"},
    {416, "Range Not Satisfiable"},
    {417, "Expectation Failed"},
    {429, "Too Many Requests"},
    {431, "Request Header Fields Too Large"},
    {500, "Internal Server Error"},
    {501, "Not Implemented"},
    {503, "Service Unavailable"},
}};

}  // namespace

std::string_view reason(int status) {
  for (const auto& [code, text] : reasons) {
    if (code == status) return text;
  }
  return "Error";
}

Response problem(int status, std::string_view detail, std::string_view request_id) {
  const nlohmann::ordered_json body{{"type", "about:blank"},
                                    {"title", reason(status)},
                                    {"status", status},
                                    {"detail", detail},
                                    {"instance", request_id}};
  Response response;
  response.status = status;
  response.content_type = "application/problem+json";
  response.body = body.dump(-1, ' ', false, nlohmann::ordered_json::error_handler_t::replace);
  return response;
}

Response try_again(int status, int seconds, std::string_view detail, std::string_view request_id) {
  auto response = problem(status, detail, request_id);
  response.headers.emplace_back("Retry-After", std::to_string(seconds));
  return response;
}

}  // namespace tulay::server
