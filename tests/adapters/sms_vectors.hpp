#pragma once

#include <catch2/catch.hpp>
#include <fstream>
#include <nlohmann/json.hpp>
#include <string>

#include "adapters/sms/dialect.hpp"

namespace tulay::sms_test {

using nlohmann::json;

/// A part of a data file, by value: a range-for over data(…)["x"] would outlive what it reads.
inline json data(const std::string& file, const std::string& part) {
  std::ifstream in(std::string(TULAY_SOURCE_DIR) + "/tests/adapters/data/" + file);
  REQUIRE(in);
  return json::parse(in).at(part);
}

/// Of sms_vectors.json. Bandwidth is no gateway of ours.
inline std::vector<json> signed_requests() {
  std::vector<json> out;
  for (const auto& one : data("sms_vectors.json", "signatures")) {
    if (one["gateway"] != "bandwidth") out.push_back(one);
  }
  return out;
}

inline std::unique_ptr<sms::Dialect> dialect_of(const json& vector) {
  const auto& secret = vector["secret"];
  sms::Account account;
  for (const auto* const key : {"auth_token", "public_key", "signature_secret"}) {
    if (secret.contains(key)) account.secrets = {secret[key].get<std::string>()};
  }
  account.id = secret.value("api_key", "");
  account.method = secret.value("signature_method", "sha256");
  return sms::make_dialect(vector["gateway"].get<std::string>(), account);
}

inline sms::Webhook webhook_of(const json& vector) {
  const auto& request = vector["request"];
  sms::Webhook webhook{request["method"], request["public_url"], {}, request["body"]};
  for (const auto& [name, value] : request["headers"].items()) webhook.headers.emplace_back(name, value);
  return webhook;
}

inline knowledge::Instant now_of(const json& vector) {
  return knowledge::Instant(std::chrono::seconds(vector.value("now", 1'795'474'800)));
}

}  // namespace tulay::sms_test
