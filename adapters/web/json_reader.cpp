#include "adapters/web/json_reader.hpp"

#include <set>
#include <vector>

namespace tulay::web {
namespace {

using nlohmann::json;

constexpr int deepest = 16;

/// What nlohmann lets pass and we do not: it keeps the last of two equal keys and nests without end.
class Strictness {
 public:
  bool operator()(int depth, json::parse_event_t event, const json& parsed) {
    if (event == json::parse_event_t::object_start || event == json::parse_event_t::array_start) {
      if (depth >= deepest) too_deep_ = true;
      if (event == json::parse_event_t::object_start) keys_.emplace_back();
    } else if (event == json::parse_event_t::object_end) {
      keys_.pop_back();
    } else if (event == json::parse_event_t::key) {
      const auto& key = parsed.get_ref<const std::string&>();
      if (!keys_.back().insert(key).second) twice_ = true;
    }
    return !too_deep_;
  }
  [[nodiscard]] std::string fault() const {
    if (too_deep_) return "the body is nested deeper than 16 levels";
    if (twice_) return "the body has a field twice";
    return {};
  }

 private:
  std::vector<std::set<std::string>> keys_;
  bool too_deep_ = false;
  bool twice_ = false;
};

}  // namespace

tl::expected<json, std::string> read_json(std::string_view text) {
  Strictness strictness;
  auto value = json::parse(text, std::ref(strictness), false);
  if (auto fault = strictness.fault(); !fault.empty()) return tl::unexpected(std::move(fault));
  if (value.is_discarded()) return tl::unexpected(std::string("the body is not JSON"));
  if (!value.is_object()) return tl::unexpected(std::string("the body is not a JSON object"));
  return value;
}

}  // namespace tulay::web
