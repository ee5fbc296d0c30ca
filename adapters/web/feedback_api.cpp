#include "adapters/web/feedback_api.hpp"

#include <limits>
#include <utility>

#include "adapters/web/fields.hpp"
#include "adapters/web/json_reader.hpp"
#include "bot/server/problem_json.hpp"

namespace tulay::web {
namespace {

constexpr std::size_t longest_token = 500;
constexpr std::size_t longest_comment = 2000;

tl::expected<int, std::string> turn_in(const nlohmann::json& body) {
  const auto found = body.find("turn");
  if (found == body.end() || found->is_null()) return tl::unexpected(std::string("turn is missing"));
  // As an unsigned number it is one that is not negative; larger ones are no turn of anybody.
  if (!found->is_number_unsigned() ||
      found->get<std::uint64_t>() > static_cast<std::uint64_t>(std::numeric_limits<int>::max()))
    return tl::unexpected(std::string("turn must be a whole number"));
  return found->get<int>();
}

tl::expected<bool, std::string> helpful_in(const nlohmann::json& body) {
  const auto found = body.find("helpful");
  if (found == body.end() || found->is_null()) return tl::unexpected(std::string("helpful is missing"));
  if (!found->is_boolean()) return tl::unexpected(std::string("helpful must be true or false"));
  return found->get<bool>();
}

}  // namespace

tl::expected<bot::Thumb, std::string> read_thumb(std::string_view body, knowledge::Instant received) {
  const auto read = read_json(body);
  if (!read) return tl::unexpected(read.error());
  auto conversation = required_text(*read, "conversation", longest_token);
  const auto turn = turn_in(*read);
  const auto helpful = helpful_in(*read);
  auto comment = short_text(*read, "comment", longest_comment);
  if (!conversation) return tl::unexpected(conversation.error());
  if (!turn) return tl::unexpected(turn.error());
  if (!helpful) return tl::unexpected(helpful.error());
  if (!comment) return tl::unexpected(comment.error());
  return bot::Thumb{std::move(*conversation), *turn, *helpful, std::move(*comment), received};
}

server::Route feedback_route(bot::RequestDesk& desk, const bot::Clock& clock, FailureLog failures) {
  const auto post = [&desk, &clock, failures = std::move(failures)](const server::Request& request) {
    const auto thumb = read_thumb(request.body, clock.now());
    if (!thumb) return server::problem(400, thumb.error(), request.id);
    const auto taken = desk.take(*thumb);
    if (!taken) {
      failures(request.id, taken.error().detail);
      return server::try_again(503, 1, "feedback cannot be stored right now", request.id);
    }
    if (!*taken) return server::problem(404, "there is no such turn in this conversation", request.id);
    server::Response response;
    response.status = 204;
    return response;
  };
  return {"POST", "/v1/feedback", post, true};
}

}  // namespace tulay::web
