#include "adapters/web/conversation_api.hpp"

#include <algorithm>
#include <nlohmann/json.hpp>
#include <optional>
#include <string>
#include <utility>

#include "adapters/web/json_codec.hpp"
#include "bot/server/problem_json.hpp"

namespace tulay::web {
namespace {

using nlohmann::ordered_json;

std::optional<std::string> bearer(const std::string& authorization) {
  constexpr std::string_view scheme = "bearer ";
  if (authorization.size() <= scheme.size()) return std::nullopt;
  const bool matches =
      std::equal(scheme.begin(), scheme.end(), authorization.begin(), [](char wanted, char given) {
        return wanted == (given >= 'A' && given <= 'Z' ? static_cast<char>(given - 'A' + 'a') : given);
      });
  return matches ? std::optional(authorization.substr(scheme.size())) : std::nullopt;
}

server::Response no_token(std::string_view id) {
  auto response =
      server::problem(401, "the conversation is missing; send Authorization: Bearer <conversation>", id);
  response.headers.emplace_back("WWW-Authenticate", "Bearer");
  return response;
}

server::Response store_down(const FailureLog& failures, const bot::StoreError& error, std::string_view id) {
  failures(id, error.detail);
  return server::try_again(503, 1, "conversations cannot be read right now", id);
}

server::Response show(const bot::Engine& engine, const FailureLog& failures, const server::Request& request) {
  const auto token = bearer(request.authorization);
  if (!token) return no_token(request.id);
  const auto turns = engine.turns(*token);
  if (!turns) return store_down(failures, turns.error(), request.id);
  ordered_json body{{"resumed", turns->has_value()}, {"turns", ordered_json::array()}};
  for (const auto& turn : turns->value_or(std::vector<bot::StoredTurn>{}))
    body["turns"].push_back(wire(turn));
  server::Response response;
  response.body = text_of(body);
  return response;
}

server::Response forget(bot::Engine& engine, const FailureLog& failures, const server::Request& request) {
  const auto token = bearer(request.authorization);
  if (!token) return no_token(request.id);
  const auto done = engine.forget(*token);
  if (!done) return store_down(failures, done.error(), request.id);
  server::Response response;
  response.status = 204;
  return response;
}

}  // namespace

std::vector<server::Route> conversation_routes(bot::Engine& engine, const FailureLog& failures) {
  const auto get = [&engine, failures](const server::Request& request) {
    return show(engine, failures, request);
  };
  const auto erase = [&engine, failures](const server::Request& request) {
    return forget(engine, failures, request);
  };
  return {{"GET", "/v1/conversation", get, true}, {"DELETE", "/v1/conversation", erase, true}};
}

}  // namespace tulay::web
