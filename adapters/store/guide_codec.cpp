#include "adapters/store/guide_codec.hpp"

#include <nlohmann/json.hpp>

namespace tulay::store {

using nlohmann::json;

json to_json(const std::vector<bot::GuideState>& guides) {
  json out = json::array();
  for (const auto& state : guides) {
    out.push_back({{"guide", state.guide},
                   {"answers", state.answers},
                   {"readings", state.readings},
                   {"misses", state.misses},
                   {"paused", state.paused}});
  }
  return out;
}

std::vector<bot::GuideState> guides_from(const json& session) {
  std::vector<bot::GuideState> out;
  for (const auto& state : session.value("guides", json::array())) {
    out.push_back({state.value("guide", ""), state.value("answers", std::map<std::string, std::string>{}),
                   state.value("readings", std::vector<std::string>{}), state.value("misses", 0),
                   state.value("paused", false)});
  }
  return out;
}

}  // namespace tulay::store
