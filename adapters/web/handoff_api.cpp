#include "adapters/web/handoff_api.hpp"

#include <chrono>
#include <memory>
#include <utility>

#include "adapters/web/fields.hpp"
#include "adapters/web/json_codec.hpp"
#include "adapters/web/json_reader.hpp"
#include "bot/engine/limits.hpp"
#include "bot/server/problem_json.hpp"

namespace tulay::web {
namespace {

constexpr std::size_t longest_line = 500;
constexpr std::size_t longest_note = 2000;
constexpr int most_an_hour = 20;  // from one block of addresses: staff read each of them

}  // namespace

tl::expected<bot::PersonRequest, std::string> read_person_request(std::string_view body,
                                                                  knowledge::Instant received) {
  const auto read = read_json(body);
  if (!read) return tl::unexpected(read.error());
  auto conversation = text_field(*read, "conversation");
  auto name = required_text(*read, "name", longest_line);
  auto reach_by = required_text(*read, "reach_by", longest_line);
  auto when = short_text(*read, "when", longest_line);
  auto message = short_text(*read, "message", longest_note);
  const auto language = language_field(*read);
  if (!conversation) return tl::unexpected(conversation.error());
  for (const auto* const text : {&name, &reach_by, &when, &message})
    if (!*text) return tl::unexpected(text->error());
  if (!language) return tl::unexpected(language.error());
  return bot::PersonRequest{std::move(*conversation),
                            std::move(*name),
                            std::move(*reach_by),
                            std::move(*when),
                            std::move(*message),
                            *language,
                            received};
}

server::Route handoff_route(bot::RequestDesk& desk, const bot::Clock& clock, FailureLog failures) {
  auto limits = std::make_shared<bot::Limits>(most_an_hour, std::chrono::hours(1));
  const auto post = [&desk, &clock, limits, failures = std::move(failures)](const server::Request& request) {
    const auto asked = read_person_request(request.body, clock.now());
    if (!asked) return server::problem(400, asked.error(), request.id);
    if (const auto wait = limits->wait(request.client_block, asked->received))
      return server::try_again(429, *wait, "too many requests for a person; please call the office",
                               request.id);
    const auto taken = desk.take(*asked);
    if (!taken) {
      failures(request.id, taken.error().detail);
      return server::try_again(503, 1, "the request could not be stored; please call the office", request.id);
    }
    server::Response response;
    response.status = 201;
    response.body = text_of({{"ticket", taken->ticket},
                             {"level", name(taken->level)},
                             {"language", knowledge::tag(taken->language)},
                             {"phone", taken->phone},
                             {"text", taken->text}});
    return response;
  };
  return {"POST", "/v1/handoff", post, true};
}

}  // namespace tulay::web
