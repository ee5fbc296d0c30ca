#include "adapters/web/topics_api.hpp"

#include <nlohmann/json.hpp>
#include <optional>

#include "adapters/web/json_codec.hpp"
#include "bot/server/problem_json.hpp"

namespace tulay::web {
namespace {

using nlohmann::ordered_json;

ordered_json starters(const knowledge::Knowledge& knowledge, knowledge::Language language) {
  auto topics = ordered_json::array();
  for (const auto& topic : knowledge.topics()) {
    if (!topic.starter) continue;
    topics.push_back(
        {{"topic", topic.id}, {"label", topic.label[language]}, {"message", topic.question[language]}});
  }
  return topics;
}

}  // namespace

server::Route topics_route(const bot::SnapshotCell& snapshots) {
  const auto get = [&snapshots](const server::Request& request) {
    const auto asked = request.query.find("language");
    const auto language = asked == request.query.end() ? std::optional(knowledge::Language::en)
                                                       : knowledge::language_from_tag(asked->second);
    if (!language) return server::problem(400, "language must be en, es or tl", request.id);
    server::Response response;
    response.body = text_of({{"language", knowledge::tag(*language)},
                             {"topics", starters(snapshots.current()->knowledge, *language)}});
    return response;
  };
  return {"GET", "/v1/topics", get, true};
}

}  // namespace tulay::web
