#include "adapters/web/chat_api.hpp"

#include <nlohmann/json.hpp>
#include <utility>

#include "adapters/web/json_codec.hpp"
#include "adapters/web/message_reader.hpp"
#include "bot/server/problem_json.hpp"

namespace tulay::web {
namespace {

server::Response refusal(const bot::TurnError& error, std::string_view id) {
  switch (error.kind) {
    case bot::TurnErrorKind::too_many:
      return server::try_again(429, error.retry_after, "too many messages", id);
    case bot::TurnErrorKind::busy:
      return server::try_again(503, error.retry_after,
                               "an earlier message of this conversation is still being answered", id);
    case bot::TurnErrorKind::store_down:
      break;
  }
  return server::try_again(503, error.retry_after, "conversations cannot be stored right now", id);
}

}  // namespace

server::Route chat_route(bot::Engine& engine, const bot::Clock& clock, TurnLog turns, FailureLog failures) {
  const auto chat = [&engine, &clock, turns = std::move(turns),
                     failures = std::move(failures)](const server::Request& request) {
    const auto message = read_message(request.body, clock.now());
    if (!message) return server::problem(400, message.error(), request.id);
    const auto result = engine.take(*message);
    if (!result) {
      if (!result.error().detail.empty()) failures(request.id, result.error().detail);
      return refusal(result.error(), request.id);
    }
    turns(request.id, result->trace);
    server::Response response;
    response.body = text_of(wire(*result, message->conversation.has_value()));
    return response;
  };
  return {"POST", "/v1/chat", chat, true};
}

}  // namespace tulay::web
