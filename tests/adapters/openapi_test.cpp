#include "adapters/web/openapi.hpp"

#include <algorithm>
#include <catch2/catch.hpp>
#include <nlohmann/json.hpp>

using namespace tulay;
using nlohmann::json;

namespace {

json document() { return json::parse(web::openapi_route().handler({}).body); }

/// Every "$ref" below, as "#/components/…".
void references(const json& value, std::vector<std::string>& found) {
  if (value.is_object() && value.contains("$ref")) found.push_back(value["$ref"]);
  if (value.is_structured()) {
    for (const auto& inner : value) references(inner, found);
  }
}

}  // namespace

TEST_CASE("the contract is OpenAPI 3.1, and what it refers to is there") {
  const auto contract = document();
  CHECK(contract["openapi"] == "3.1.0");
  std::vector<std::string> found;
  references(contract, found);
  CHECK(found.size() > 20);
  for (const auto& reference : found) {
    INFO(reference);
    CHECK(contract.contains(json::json_pointer(reference.substr(1))));
  }
}

TEST_CASE("each operation has a name, a summary and an answer") {
  std::vector<std::string> names;
  const auto paths = document()["paths"];
  for (const auto& [path, methods] : paths.items()) {
    for (const auto& [method, operation] : methods.items()) {
      if (method == "parameters") continue;
      INFO(path + " " + method);
      CHECK(operation.contains("summary"));
      CHECK_FALSE(operation["responses"].empty());
      names.push_back(operation["operationId"]);
    }
  }
  std::sort(names.begin(), names.end());
  CHECK(std::adjacent_find(names.begin(), names.end()) == names.end());
}

TEST_CASE("the contract names every call of api.md") {
  const auto paths = document()["paths"];
  for (const auto& [path, method] :
       std::vector<std::pair<std::string, std::string>>{{"/v1/chat", "post"},
                                                        {"/v1/conversation", "get"},
                                                        {"/v1/conversation", "delete"},
                                                        {"/v1/feedback", "post"},
                                                        {"/v1/handoff", "post"},
                                                        {"/v1/topics", "get"},
                                                        {"/webhooks/rest/webhook", "post"},
                                                        {"/sms/{gateway}", "post"},
                                                        {"/sms/{gateway}/status", "post"},
                                                        {"/healthz", "get"},
                                                        {"/readyz", "get"},
                                                        {"/metrics", "get"},
                                                        {"/", "get"},
                                                        {"/widget.js", "get"},
                                                        {"/openapi.json", "get"},
                                                        {"/frame.html", "get"}}) {
    INFO(path + " " + method);
    CHECK((paths.contains(path) && paths[path].contains(method)));
  }
}
