#include "adapters/cli/config.hpp"

#include <algorithm>
#include <array>
#include <utility>

#include "adapters/cli/config_cases.hpp"
#include "adapters/cli/made_up_firm.hpp"
#include "adapters/cli/setting_reader.hpp"
#include "adapters/cli/settings.hpp"
#include "knowledge/calendar.hpp"

namespace tulay::cli {
namespace {

using knowledge::Problems;

constexpr std::array required_of_firm{"name",    "attorney", "phone",     "urgent_phone", "email",
                                      "address", "hours",    "languages", "website"};

// As browsers send it: scheme, host, perhaps a port, nothing after.
bool is_origin(std::string_view text) {
  const auto rest = text.starts_with("https://")  ? text.substr(8)
                    : text.starts_with("http://") ? text.substr(7)
                                                  : "";
  return !rest.empty() && rest.find_first_of("/*?#@, ") == std::string_view::npos &&
         std::none_of(rest.begin(), rest.end(), [](char c) { return c >= 'A' && c <= 'Z'; });
}

void read_origins(SettingReader& reader, Config& config) {
  const auto* const given = reader.find("web.allowed_origins");
  if (given == nullptr) return;
  config.allowed_origins = split(given->value.en);
  for (const auto& origin : config.allowed_origins) {
    if (is_origin(origin)) continue;
    reader.fault(*given, "web.allowed_origins has '" + origin + "', which is not an origin",
                 "write it as https://www.example.com");
  }
}

void read_firm(SettingReader& reader, const Defaults& defaults, Config& config, Problems& problems) {
  if (defaults.made_up_firm) config.firm = made_up_firm();
  for (const auto& one : settings()) {
    if (one.kind != Kind::localized) continue;
    const auto* const given = reader.find(one.name);
    if (given != nullptr) config.firm.values[std::string(one.name.substr(5))] = given->value;
  }
  std::string missing;
  for (const auto* const key : required_of_firm) {
    if (!config.firm.values.contains(key))
      missing += (missing.empty() ? "firm." : ", firm.") + std::string(key);
  }
  if (!missing.empty()) {
    problems.push_back({knowledge::Severity::error,
                        {},
                        "not set: " + missing,
                        "set them in tulay.toml under [firm], or try tulay serve --demo"});
  }
  reader.text("firm.time_zone", config.firm.time_zone);
  if (!knowledge::day_in_zone({}, config.firm.time_zone)) {
    reader.fault(*reader.find("firm.time_zone"),
                 "firm.time_zone '" + config.firm.time_zone + "' is not a known zone",
                 "write it as America/Los_Angeles");
  }
}

void read_sms(SettingReader& reader, SmsConfig& sms, Problems& problems) {
  reader.text("sms.gateway", sms.gateway);
  if (sms.gateway.empty()) return;
  constexpr std::array gateways{"twilio", "telnyx", "vonage", "plivo"};
  if (std::find(gateways.begin(), gateways.end(), sms.gateway) == gateways.end())
    reader.fault(*reader.find("sms.gateway"),
                 "sms.gateway must be twilio, telnyx, vonage or plivo, not '" + sms.gateway + "'");
  reader.text("sms.account", sms.account);
  reader.text("sms.public_url", sms.public_url);
  if (const auto* const numbers = reader.find("sms.numbers")) sms.numbers = split(numbers->value.en);
  sms.secrets = reader.secret_lines("sms.secret_file");
  const auto keys = reader.secret_lines("sms.api_key_file");
  if (!keys.empty()) sms.api_key = keys.front();
  for (const auto* const name : {"sms.account", "sms.public_url", "sms.numbers", "sms.secret_file"}) {
    if (reader.find(name) == nullptr)
      problems.push_back({knowledge::Severity::error, reader.find("sms.gateway")->at,
                          "sms.gateway is set, but " + std::string(name) + " is not",
                          "set it in tulay.toml under [sms]"});
  }
}

void read_log(SettingReader& reader, Config& config) {
  reader.text("log.level", config.log_level);
  constexpr std::array levels{"debug", "info", "warn", "error"};
  if (std::find(levels.begin(), levels.end(), config.log_level) != levels.end()) return;
  reader.fault(*reader.find("log.level"),
               "log.level must be debug, info, warn or error, not '" + config.log_level + "'");
}

void read_data_dir(SettingReader& reader, Config& config) {
  std::string folder = config.data_dir.string();
  reader.text("data.dir", folder);
  config.data_dir = folder;
  const auto* const given = reader.find("data.dir");
  if (given == nullptr || std::filesystem::is_directory(config.data_dir / "knowledge")) return;
  reader.fault(*given, "data.dir '" + folder + "' has no folder knowledge");
}

}  // namespace

GivenSettings merged(GivenSettings weaker, GivenSettings stronger) {
  stronger.merge(std::move(weaker));
  return stronger;
}

std::optional<Config> make_config(const GivenSettings& given, const Defaults& defaults, Problems& problems) {
  const auto before = problems.size();
  SettingReader reader(given, problems);
  Config config;
  config.demo = defaults.demo;
  config.data_dir = defaults.data_dir;
  if (defaults.demo) config.store_file = ":memory:";
  reader.text("listen.address", config.listen_address);
  reader.whole("listen.port", config.listen_port);
  read_data_dir(reader, config);
  reader.text("store.file", config.store_file);
  read_origins(reader, config);
  read_firm(reader, defaults, config, problems);
  read_sms(reader, config.sms, problems);
  read_cases(reader, defaults, config);
  reader.whole("limits.messages_per_minute", config.messages_per_minute);
  reader.whole("limits.workers", config.workers);
  reader.whole("limits.waiting", config.waiting);
  reader.whole("session.hours", config.session_hours);
  read_log(reader, config);
  if (problems.size() > before) return std::nullopt;
  return config;
}

}  // namespace tulay::cli
