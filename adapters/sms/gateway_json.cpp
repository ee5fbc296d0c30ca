#include "adapters/sms/gateway_json.hpp"

namespace tulay::sms {
namespace {

using nlohmann::json;

const json& nothing() {
  static const json null;
  return null;
}

}  // namespace

json gateway_json(std::string_view text) {
  auto value = json::parse(text, nullptr, false);
  return value.is_discarded() ? json() : value;
}

const json& member(const json& object, std::string_view name) {
  if (!object.is_object()) return nothing();
  const auto found = object.find(std::string(name));
  return found == object.end() ? nothing() : *found;
}

const json& first(const json& array) {
  return array.is_array() && !array.empty() ? array.front() : nothing();
}

std::string word(const json& object, std::string_view name) {
  const auto& value = member(object, name);
  if (value.is_string()) return value.get<std::string>();
  return value.is_number_integer() ? value.dump() : std::string();
}

}  // namespace tulay::sms
