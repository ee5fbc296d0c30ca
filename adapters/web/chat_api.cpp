#include "adapters/web/chat_api.hpp"

#include <nlohmann/json.hpp>
#include <utility>

#include "adapters/web/json_codec.hpp"
#include "adapters/web/message_reader.hpp"
#include "bot/server/problem_json.hpp"

namespace tulay::web {

server::Response refusal(const bot::TurnError& error, const FailureLog& failures, std::string_view id) {
  if (!error.detail.empty()) failures(id, error.detail);
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

server::Route chat_route(bot::Engine& engine, const bot::Clock& clock, CaseIsolation isolation, TurnLog turns,
                         FailureLog failures) {
  const auto chat = [&engine, &clock, isolation = std::move(isolation), turns = std::move(turns),
                     failures = std::move(failures)](const server::Request& request) {
    auto message = read_message(request.body, clock.now());
    if (!message) return server::problem(400, message.error(), request.id);
    message->case_place = case_place(isolation, request);
    message->client_block = request.client_block;
    const auto result = engine.take(*message);
    if (!result) return refusal(result.error(), failures, request.id);
    turns(request.id, result->trace);
    server::Response response;
    response.body = text_of(wire(*result, message->conversation.has_value()));
    return response;
  };
  return {"POST", "/v1/chat", chat, true};
}

}  // namespace tulay::web
