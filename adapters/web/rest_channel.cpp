#include "adapters/web/rest_channel.hpp"

#include <nlohmann/json.hpp>
#include <string>
#include <utility>

#include "adapters/web/json_codec.hpp"
#include "adapters/web/json_reader.hpp"
#include "adapters/web/message_reader.hpp"
#include "bot/server/problem_json.hpp"

namespace tulay::web {
namespace {

using nlohmann::ordered_json;

constexpr std::size_t longest_sender = 128;  // bytes

struct FromSender {
  std::string sender;
  std::string text;
};

tl::expected<FromSender, std::string> read(std::string_view body) {
  const auto given = read_json(body);
  if (!given) return tl::unexpected(given.error());
  for (const auto* const name : {"sender", "message"}) {
    if (!given->contains(name) || !given->at(name).is_string())
      return tl::unexpected(std::string(name) + " must be a string");
  }
  auto sender = given->at("sender").get<std::string>();
  if (sender.empty() || sender.size() > longest_sender)
    return tl::unexpected(std::string("sender must have 1 to 128 bytes"));
  auto text = checked_message(given->at("message").get<std::string>());
  if (!text) return tl::unexpected(text.error());
  return FromSender{std::move(sender), std::move(*text)};
}

ordered_json wire(const std::vector<bot::Reply>& replies, const std::string& sender) {
  auto list = ordered_json::array();
  for (const auto& reply : replies) {
    ordered_json one{{"recipient_id", sender}, {"text", reply.text}};
    for (const auto& offer : reply.suggestions)
      one["buttons"].push_back({{"title", offer.label}, {"payload", offer.message}});
    list.push_back(std::move(one));
  }
  return list;
}

}  // namespace

server::Route rest_route(bot::Engine& engine, const bot::Clock& clock, const bot::Entropy& entropy,
                         TurnLog turns, FailureLog failures) {
  const auto talk = [&engine, &clock, &entropy, turns = std::move(turns),
                     failures = std::move(failures)](const server::Request& request) {
    auto read_body = read(request.body);
    if (!read_body) return server::problem(400, read_body.error(), request.id);
    bot::Message message;
    // Keyed: knowing a sender is not knowing the token by which GET /v1/conversation shows what was said.
    message.conversation = entropy.keyed_digest("rest|" + read_body->sender);
    message.named_by_channel = true;
    message.text = std::move(read_body->text);
    message.case_place = bot::CasePlace::nowhere;
    message.client_block = request.client_block;
    message.received = clock.now();
    const auto result = engine.take(message);
    if (!result) return refusal(result.error(), failures, request.id);
    turns(request.id, result->trace);
    server::Response response;
    response.body = text_of(wire(result->replies, read_body->sender));
    return response;
  };
  return {"POST", "/webhooks/rest/webhook", talk, true};
}

}  // namespace tulay::web
