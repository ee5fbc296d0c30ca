#include "adapters/web/topics_api.hpp"

#include <algorithm>
#include <nlohmann/json.hpp>
#include <optional>
#include <utility>

#include "adapters/web/json_codec.hpp"
#include "bot/engine/filling.hpp"
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

ordered_json shown(const bot::Firm& firm, knowledge::Language language) {
  auto values = ordered_json::object();
  for (const auto* const name : {"name", "phone", "hours"}) {
    const auto found = firm.values.find(name);
    if (found != firm.values.end()) values[name] = found->second[language];
  }
  return values;
}

ordered_json case_notice(const knowledge::Knowledge& knowledge, const bot::Firm& firm,
                         knowledge::Language language) {
  bot::Filling filling(knowledge, firm, language, {}, {});
  return {filling.phrase("case_notice_code", false), filling.phrase("case_notice_private", false),
          filling.phrase("case_notice_kept", false)};
}

}  // namespace

server::Route topics_route(const bot::SnapshotCell& snapshots, const bot::Firm& firm,
                           std::vector<std::string> offers) {
  const auto get = [&snapshots, &firm, offers = std::move(offers)](const server::Request& request) {
    const auto asked = request.query.find("language");
    const auto language = asked == request.query.end() ? std::optional(knowledge::Language::en)
                                                       : knowledge::language_from_tag(asked->second);
    if (!language) return server::problem(400, "language must be en, es or tl", request.id);
    const auto snapshot = snapshots.current();
    server::Response response;
    response.body = text_of({{"language", knowledge::tag(*language)},
                             {"topics", starters(snapshot->knowledge, *language)},
                             {"offers", offers},
                             {"case_notice", case_notice(snapshot->knowledge, firm, *language)},
                             {"firm", shown(firm, *language)}});
    return response;
  };
  return {"GET", "/v1/topics", get, true};
}

std::vector<std::string> offers_of(const std::vector<server::Route>& routes) {
  std::vector<std::string> offers;
  for (const std::string name : {"feedback", "handoff"}) {
    const auto serves = [&](const server::Route& route) {
      return route.method == "POST" && route.path == "/v1/" + name;
    };
    if (std::any_of(routes.begin(), routes.end(), serves)) offers.push_back(name);
  }
  return offers;
}

}  // namespace tulay::web
